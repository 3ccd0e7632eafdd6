using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EncounterPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "encounter_pictures",
                columns: table => new
                {
                    encounter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    portrait = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_encounter_pictures", x => x.encounter_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "encounter_pictures");
        }
    }
}
