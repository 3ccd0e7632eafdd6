using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Consultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "strategy_changes",
                schema: "casework",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_changes", x => new { x.subject_id, x.version });
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

            migrationBuilder.CreateIndex(
                name: "ix_contribution_texts_receipt_hash",
                schema: "casework",
                table: "contribution_texts",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_strategy_changes_id",
                schema: "casework",
                table: "strategy_changes",
                column: "id",
                unique: true);

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
                name: "contribution_texts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "strategy_changes",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "strategy_records",
                schema: "casework");
        }
    }
}
