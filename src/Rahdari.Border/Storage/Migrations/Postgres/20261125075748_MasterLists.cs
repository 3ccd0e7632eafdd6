using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MasterLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "trust_versions",
                schema: "border",
                columns: table => new
                {
                    publisher = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    root = table.Column<string>(type: "text", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    certificates = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trust_versions", x => new { x.publisher, x.number });
                });

            migrationBuilder.CreateTable(
                name: "trusted_certificates",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    publisher = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    key_fingerprint = table.Column<string>(type: "text", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_algorithm = table.Column<string>(type: "text", nullable: false),
                    signature_algorithm = table.Column<string>(type: "text", nullable: false),
                    standing = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    encoded = table.Column<byte[]>(type: "bytea", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    until_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trusted_certificates", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_certificates_country_not_before",
                schema: "border",
                table: "trusted_certificates",
                columns: new[] { "country", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_certificates_publisher_fingerprint_from_version",
                schema: "border",
                table: "trusted_certificates",
                columns: new[] { "publisher", "fingerprint", "from_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "trust_versions",
                schema: "border");

            migrationBuilder.DropTable(
                name: "trusted_certificates",
                schema: "border");
        }
    }
}
