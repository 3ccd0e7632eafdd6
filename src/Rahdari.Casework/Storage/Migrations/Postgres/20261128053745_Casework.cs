using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "casework");

            migrationBuilder.CreateTable(
                name: "case_events",
                schema: "casework",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_events", x => new { x.case_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    circle = table.Column<string>(type: "text", nullable: false),
                    to_circle = table.Column<string>(type: "text", nullable: true),
                    stage = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    next_due = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "casework_audit",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: true),
                    subject_id = table.Column<string>(type: "text", nullable: true),
                    port = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "casework_ledger",
                schema: "casework",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_ledger", x => new { x.node, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "casework_ledger_heads",
                schema: "casework",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_ledger_heads", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "law_books",
                schema: "casework",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_books", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_events_id",
                schema: "casework",
                table: "case_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_circle_next_due",
                schema: "casework",
                table: "cases",
                columns: new[] { "circle", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_circle_stage",
                schema: "casework",
                table: "cases",
                columns: new[] { "circle", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                schema: "casework",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_actor_at",
                schema: "casework",
                table: "casework_audit",
                columns: new[] { "actor", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_at",
                schema: "casework",
                table: "casework_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_subject_id_at",
                schema: "casework",
                table: "casework_audit",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_casework_ledger_id",
                schema: "casework",
                table: "casework_ledger",
                column: "id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_events",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_audit",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_ledger",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_ledger_heads",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "law_books",
                schema: "casework");
        }
    }
}
