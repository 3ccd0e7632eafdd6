using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TravellerLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "keys_version",
                schema: "border",
                table: "travellers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                schema: "border",
                table: "travellers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "name_may_be_truncated",
                schema: "border",
                table: "traveller_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "other_documents",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place_of_birth",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "traveller_keys",
                schema: "border",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_keys", x => new { x.key, x.traveller_id });
                });

            migrationBuilder.CreateTable(
                name: "traveller_link_changes",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    one_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_link_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_links",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    one_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    is_by_number = table.Column<bool>(type: "boolean", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_travellers_keys_version",
                schema: "border",
                table: "travellers",
                column: "keys_version");

            migrationBuilder.CreateIndex(
                name: "ix_travellers_person_id",
                schema: "border",
                table: "travellers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_keys_traveller_id",
                schema: "border",
                table: "traveller_keys",
                column: "traveller_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_link_changes_link_id_number",
                schema: "border",
                table: "traveller_link_changes",
                columns: new[] { "link_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_one_id_other_id",
                schema: "border",
                table: "traveller_links",
                columns: new[] { "one_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_other_id",
                schema: "border",
                table: "traveller_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_state_found_at",
                schema: "border",
                table: "traveller_links",
                columns: new[] { "state", "found_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "traveller_keys",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_link_changes",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_links",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_travellers_keys_version",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_travellers_person_id",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "keys_version",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "person_id",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "name_may_be_truncated",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "other_documents",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "personal_number",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "place_of_birth",
                schema: "border",
                table: "traveller_documents");
        }
    }
}
