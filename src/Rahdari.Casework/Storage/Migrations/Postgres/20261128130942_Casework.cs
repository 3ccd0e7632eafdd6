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
                name: "case_referrals",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    encounter = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    circle = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    stage = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_referrals", x => x.id);
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
                name: "casework_events",
                schema: "casework",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_events", x => new { x.subject_id, x.number });
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
                name: "contribution_texts",
                schema: "casework",
                columns: table => new
                {
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    receipt_hash = table.Column<string>(type: "text", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_texts", x => x.contribution_id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_parts",
                schema: "casework",
                columns: table => new
                {
                    content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_parts", x => new { x.content_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "interview_drafts",
                schema: "casework",
                columns: table => new
                {
                    encounter = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_by = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_drafts", x => x.encounter);
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

            migrationBuilder.CreateTable(
                name: "strategy_records",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_check",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_check", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_circle_stage",
                schema: "casework",
                table: "case_referrals",
                columns: new[] { "circle", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_encounter",
                schema: "casework",
                table: "case_referrals",
                column: "encounter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_number",
                schema: "casework",
                table: "case_referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_organisation",
                schema: "casework",
                table: "case_referrals",
                column: "organisation");

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
                name: "ix_casework_events_id",
                schema: "casework",
                table: "casework_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_casework_ledger_id",
                schema: "casework",
                table: "casework_ledger",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contribution_texts_receipt_hash",
                schema: "casework",
                table: "contribution_texts",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_case_id_item",
                schema: "casework",
                table: "evidence",
                columns: new[] { "case_id", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_content_id",
                schema: "casework",
                table: "evidence",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_parts_at",
                schema: "casework",
                table: "evidence_parts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_kind_parent_id",
                schema: "casework",
                table: "strategy_records",
                columns: new[] { "kind", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_number",
                schema: "casework",
                table: "strategy_records",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_referrals",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_audit",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_events",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_ledger",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "casework_ledger_heads",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "contribution_texts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "evidence_parts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "interview_drafts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "law_books",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "strategy_records",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "vault_check",
                schema: "casework");
        }
    }
}
