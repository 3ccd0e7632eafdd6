using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indication_scans",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indication_scans", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "indications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    set_number = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    crossing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    crossed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    port = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    explanation = table.Column<string>(type: "TEXT", nullable: false),
                    saw = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_sets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    indicators = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_sets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    encounter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    crossing_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    port = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    is_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: false),
                    set_number = table.Column<int>(type: "INTEGER", nullable: true),
                    sponsor_key = table.Column<string>(type: "TEXT", nullable: true),
                    phone_key = table.Column<string>(type: "TEXT", nullable: true),
                    address_key = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journeys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_indications_code_subject",
                table: "indications",
                columns: new[] { "code", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_indications_crossed_at",
                table: "indications",
                column: "crossed_at");

            migrationBuilder.CreateIndex(
                name: "ix_indications_crossing_id",
                table: "indications",
                column: "crossing_id");

            migrationBuilder.CreateIndex(
                name: "ix_indications_port_crossed_at",
                table: "indications",
                columns: new[] { "port", "crossed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_sets_number",
                table: "indicator_sets",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journeys_address_key_at",
                table: "journeys",
                columns: new[] { "address_key", "at" },
                filter: "address_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_crossing_id",
                table: "journeys",
                column: "crossing_id",
                filter: "crossing_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_encounter_id",
                table: "journeys",
                column: "encounter_id");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_phone_key_at",
                table: "journeys",
                columns: new[] { "phone_key", "at" },
                filter: "phone_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_sponsor_key_at",
                table: "journeys",
                columns: new[] { "sponsor_key", "at" },
                filter: "sponsor_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indication_scans");

            migrationBuilder.DropTable(
                name: "indications");

            migrationBuilder.DropTable(
                name: "indicator_sets");

            migrationBuilder.DropTable(
                name: "journeys");
        }
    }
}
