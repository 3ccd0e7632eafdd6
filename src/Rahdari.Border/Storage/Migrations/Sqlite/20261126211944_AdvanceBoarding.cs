using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AdvanceBoarding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "boarding",
                table: "expected_travellers",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Announced");

            migrationBuilder.AddColumn<string>(
                name: "reference",
                table: "expected_travellers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "boarding",
                table: "expected_travellers");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "expected_travellers");
        }
    }
}
