using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VisasAndStays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "permission",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "permission_id",
                schema: "border",
                table: "crossings",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "entry_rules",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    classes = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permissions",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    number_as_read = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    primary_identifier = table.Column<string>(type: "text", nullable: false),
                    secondary_identifier = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: true),
                    stay_days = table.Column<int>(type: "integer", nullable: true),
                    ports = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stay_extensions",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stay_extensions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_crossings_permission_id",
                schema: "border",
                table: "crossings",
                column: "permission_id",
                filter: "permission_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_entry_rules_number",
                schema: "border",
                table: "entry_rules",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                schema: "border",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_document_number",
                schema: "border",
                table: "permissions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_number_as_read",
                schema: "border",
                table: "permissions",
                column: "number_as_read");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_primary_identifier",
                schema: "border",
                table: "permissions",
                column: "primary_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_recorded_at",
                schema: "border",
                table: "permissions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                schema: "border",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_document_number",
                schema: "border",
                table: "stay_extensions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_recorded_at",
                schema: "border",
                table: "stay_extensions",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entry_rules",
                schema: "border");

            migrationBuilder.DropTable(
                name: "permissions",
                schema: "border");

            migrationBuilder.DropTable(
                name: "stay_extensions",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_crossings_permission_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission_id",
                schema: "border",
                table: "crossings");
        }
    }
}
