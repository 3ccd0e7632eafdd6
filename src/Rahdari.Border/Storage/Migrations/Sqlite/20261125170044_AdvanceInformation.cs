using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AdvanceInformation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "advance_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_by = table.Column<string>(type: "TEXT", nullable: false),
                    lists = table.Column<int>(type: "INTEGER", nullable: false),
                    travellers = table.Column<int>(type: "INTEGER", nullable: false),
                    hits = table.Column<int>(type: "INTEGER", nullable: false),
                    findings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advance_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "expected_travellers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flight = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    arrival = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    destination = table.Column<string>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    surname = table.Column<string>(type: "TEXT", nullable: false),
                    given_names = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_birth = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    document_type = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    issuing_state = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_expiry = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    seat = table.Column<string>(type: "TEXT", nullable: false),
                    booking = table.Column<string>(type: "TEXT", nullable: false),
                    hits = table.Column<int>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expected_travellers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advance_messages_fingerprint",
                table: "advance_messages",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expected_travellers_day_flight",
                table: "expected_travellers",
                columns: new[] { "day", "flight" });

            migrationBuilder.CreateIndex(
                name: "ix_expected_travellers_document_number_day",
                table: "expected_travellers",
                columns: new[] { "document_number", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advance_messages");

            migrationBuilder.DropTable(
                name: "expected_travellers");
        }
    }
}
