using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Node.Identity.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Workplaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "circle",
                table: "users",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "organisation",
                table: "users",
                type: "TEXT",
                maxLength: 16,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "circle",
                table: "users");

            migrationBuilder.DropColumn(
                name: "organisation",
                table: "users");
        }
    }
}
