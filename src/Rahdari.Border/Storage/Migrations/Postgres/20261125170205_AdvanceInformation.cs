using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AdvanceInformation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "advance_messages",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    lists = table.Column<int>(type: "integer", nullable: false),
                    travellers = table.Column<int>(type: "integer", nullable: false),
                    hits = table.Column<int>(type: "integer", nullable: false),
                    findings = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advance_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "expected_travellers",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    flight = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    arrival = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    surname = table.Column<string>(type: "text", nullable: false),
                    given_names = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sex = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    document_type = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    date_of_expiry = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    seat = table.Column<string>(type: "text", nullable: false),
                    booking = table.Column<string>(type: "text", nullable: false),
                    hits = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expected_travellers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advance_messages_fingerprint",
                schema: "border",
                table: "advance_messages",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expected_travellers_day_flight",
                schema: "border",
                table: "expected_travellers",
                columns: new[] { "day", "flight" });

            migrationBuilder.CreateIndex(
                name: "ix_expected_travellers_document_number_day",
                schema: "border",
                table: "expected_travellers",
                columns: new[] { "document_number", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advance_messages",
                schema: "border");

            migrationBuilder.DropTable(
                name: "expected_travellers",
                schema: "border");
        }
    }
}
