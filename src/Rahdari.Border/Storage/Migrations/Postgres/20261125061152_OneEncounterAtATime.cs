using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneEncounterAtATime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_traveller_documents_issuing_state_document_code_document_nu",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.AddColumn<string>(
                name: "referral_reason",
                schema: "border",
                table: "encounters",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_documents_issuing_state_document_code_document_nu",
                schema: "border",
                table: "traveller_documents",
                columns: new[] { "issuing_state", "document_code", "document_number" });

            migrationBuilder.CreateIndex(
                name: "ix_encounters_port_referral_key",
                schema: "border",
                table: "encounters",
                columns: new[] { "port", "referral_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_encounters_traveller_id_state",
                schema: "border",
                table: "encounters",
                columns: new[] { "traveller_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_traveller_documents_issuing_state_document_code_document_nu",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropIndex(
                name: "ix_encounters_port_referral_key",
                schema: "border",
                table: "encounters");

            migrationBuilder.DropIndex(
                name: "ix_encounters_traveller_id_state",
                schema: "border",
                table: "encounters");

            migrationBuilder.DropColumn(
                name: "referral_reason",
                schema: "border",
                table: "encounters");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_documents_issuing_state_document_code_document_nu",
                schema: "border",
                table: "traveller_documents",
                columns: new[] { "issuing_state", "document_code", "document_number" },
                unique: true);
        }
    }
}
