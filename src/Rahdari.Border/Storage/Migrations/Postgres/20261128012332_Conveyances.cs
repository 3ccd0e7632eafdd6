using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Conveyances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "conveyance_day",
                schema: "border",
                table: "crossings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "conveyance_kind",
                schema: "border",
                table: "crossings",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "corrected_at",
                schema: "border",
                table: "crossings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_corrections_crossing_id_number",
                schema: "border",
                table: "corrections",
                columns: new[] { "crossing_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections",
                schema: "border");

            migrationBuilder.DropColumn(
                name: "conveyance_day",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "conveyance_kind",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "corrected_at",
                schema: "border",
                table: "crossings");
        }
    }
}
