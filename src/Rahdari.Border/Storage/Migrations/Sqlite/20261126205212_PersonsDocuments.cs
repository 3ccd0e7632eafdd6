using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PersonsDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_traveller_documents_date_of_birth_primary_identifier",
                table: "traveller_documents",
                columns: new[] { "date_of_birth", "primary_identifier" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_traveller_documents_date_of_birth_primary_identifier",
                table: "traveller_documents");
        }
    }
}
