using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TravellerLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "keys_version",
                table: "travellers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "travellers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "name_may_be_truncated",
                table: "traveller_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "other_documents",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place_of_birth",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "traveller_keys",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_keys", x => new { x.key, x.traveller_id });
                });

            migrationBuilder.CreateTable(
                name: "traveller_link_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    one_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence_hash = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_link_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    one_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    strength = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_by_number = table.Column<bool>(type: "INTEGER", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_travellers_keys_version",
                table: "travellers",
                column: "keys_version");

            migrationBuilder.CreateIndex(
                name: "ix_travellers_person_id",
                table: "travellers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_keys_traveller_id",
                table: "traveller_keys",
                column: "traveller_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_link_changes_link_id_number",
                table: "traveller_link_changes",
                columns: new[] { "link_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_one_id_other_id",
                table: "traveller_links",
                columns: new[] { "one_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_other_id",
                table: "traveller_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_state_found_at",
                table: "traveller_links",
                columns: new[] { "state", "found_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "traveller_keys");

            migrationBuilder.DropTable(
                name: "traveller_link_changes");

            migrationBuilder.DropTable(
                name: "traveller_links");

            migrationBuilder.DropIndex(
                name: "ix_travellers_keys_version",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_travellers_person_id",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "keys_version",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "name_may_be_truncated",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "other_documents",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "personal_number",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "place_of_birth",
                table: "traveller_documents");
        }
    }
}
