using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AdvanceBoarding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "boarding",
                schema: "border",
                table: "expected_travellers",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Announced");

            migrationBuilder.AddColumn<string>(
                name: "reference",
                schema: "border",
                table: "expected_travellers",
                type: "text",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "boarding",
                schema: "border",
                table: "expected_travellers");

            migrationBuilder.DropColumn(
                name: "reference",
                schema: "border",
                table: "expected_travellers");
        }
    }
}
