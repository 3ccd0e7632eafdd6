using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Consultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contribution_texts",
                columns: table => new
                {
                    contribution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_hash = table.Column<string>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_texts", x => x.contribution_id);
                });

            migrationBuilder.CreateTable(
                name: "strategy_changes",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_changes", x => new { x.subject_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "strategy_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_records", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_texts_receipt_hash",
                table: "contribution_texts",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_strategy_changes_id",
                table: "strategy_changes",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_kind_parent_id",
                table: "strategy_records",
                columns: new[] { "kind", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_number",
                table: "strategy_records",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contribution_texts");

            migrationBuilder.DropTable(
                name: "strategy_changes");

            migrationBuilder.DropTable(
                name: "strategy_records");
        }
    }
}
