using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class VisasAndStays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "permission",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "permission_id",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "entry_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    classes = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    number_as_read = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    issuing_state = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    primary_identifier = table.Column<string>(type: "TEXT", nullable: false),
                    secondary_identifier = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_birth = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: true),
                    stay_days = table.Column<int>(type: "INTEGER", nullable: true),
                    ports = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stay_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    issuing_state = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_before = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stay_extensions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_crossings_permission_id",
                table: "crossings",
                column: "permission_id",
                filter: "permission_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_entry_rules_number",
                table: "entry_rules",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_document_number",
                table: "permissions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_number_as_read",
                table: "permissions",
                column: "number_as_read");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_primary_identifier",
                table: "permissions",
                column: "primary_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_recorded_at",
                table: "permissions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_document_number",
                table: "stay_extensions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_recorded_at",
                table: "stay_extensions",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entry_rules");

            migrationBuilder.DropTable(
                name: "permissions");

            migrationBuilder.DropTable(
                name: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_crossings_permission_id",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission_id",
                table: "crossings");
        }
    }
}
