using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Node.Identity.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Workplaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "circle",
                schema: "identity",
                table: "users",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "organisation",
                schema: "identity",
                table: "users",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "circle",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "organisation",
                schema: "identity",
                table: "users");
        }
    }
}
