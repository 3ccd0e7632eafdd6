using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indication_scans",
                schema: "border",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indication_scans", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "indications",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    set_number = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    crossed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    saw = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_sets",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    indicators = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_sets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journeys",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    encounter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    is_first = table.Column<bool>(type: "boolean", nullable: false),
                    told = table.Column<string>(type: "text", nullable: false),
                    found = table.Column<string>(type: "text", nullable: false),
                    set_number = table.Column<int>(type: "integer", nullable: true),
                    sponsor_key = table.Column<string>(type: "text", nullable: true),
                    phone_key = table.Column<string>(type: "text", nullable: true),
                    address_key = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journeys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_indications_code_subject",
                schema: "border",
                table: "indications",
                columns: new[] { "code", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_indications_crossed_at",
                schema: "border",
                table: "indications",
                column: "crossed_at");

            migrationBuilder.CreateIndex(
                name: "ix_indications_crossing_id",
                schema: "border",
                table: "indications",
                column: "crossing_id");

            migrationBuilder.CreateIndex(
                name: "ix_indications_port_crossed_at",
                schema: "border",
                table: "indications",
                columns: new[] { "port", "crossed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_sets_number",
                schema: "border",
                table: "indicator_sets",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journeys_address_key_at",
                schema: "border",
                table: "journeys",
                columns: new[] { "address_key", "at" },
                filter: "address_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_crossing_id",
                schema: "border",
                table: "journeys",
                column: "crossing_id",
                filter: "crossing_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_encounter_id",
                schema: "border",
                table: "journeys",
                column: "encounter_id");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_phone_key_at",
                schema: "border",
                table: "journeys",
                columns: new[] { "phone_key", "at" },
                filter: "phone_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journeys_sponsor_key_at",
                schema: "border",
                table: "journeys",
                columns: new[] { "sponsor_key", "at" },
                filter: "sponsor_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indication_scans",
                schema: "border");

            migrationBuilder.DropTable(
                name: "indications",
                schema: "border");

            migrationBuilder.DropTable(
                name: "indicator_sets",
                schema: "border");

            migrationBuilder.DropTable(
                name: "journeys",
                schema: "border");
        }
    }
}
