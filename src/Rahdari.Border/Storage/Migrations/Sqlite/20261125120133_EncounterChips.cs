using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EncounterChips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "encounter_chips",
                columns: table => new
                {
                    encounter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    files = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_encounter_chips", x => x.encounter_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "encounter_chips");
        }
    }
}
