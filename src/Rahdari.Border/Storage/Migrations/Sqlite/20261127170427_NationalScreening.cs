using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NationalScreening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "form",
                table: "watchlist_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "held",
                table: "watchlist_imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "before",
                table: "hits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "run_id",
                table: "hits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "vetted_id",
                table: "hits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rescreenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", nullable: false),
                    against = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    alerts = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<Guid>(type: "TEXT", nullable: false),
                    worker = table.Column<Guid>(type: "TEXT", nullable: false),
                    worked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescreenings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screening_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    based_on = table.Column<int>(type: "INTEGER", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    is_wide = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vetted_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    encounter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_birth = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    personal_number = table.Column<string>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", nullable: false),
                    list_version = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    entry_name = table.Column<string>(type: "TEXT", nullable: false),
                    entry_hash = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vetted_decisions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_watchlist_entries_list_from_version",
                table: "watchlist_entries",
                columns: new[] { "list", "from_version" });

            migrationBuilder.CreateIndex(
                name: "ix_hits_run_id_state",
                table: "hits",
                columns: new[] { "run_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_hits_vetted_id",
                table: "hits",
                column: "vetted_id");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_at",
                table: "crossings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_started_at",
                table: "rescreenings",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_screening_policies_number",
                table: "screening_policies",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_at",
                table: "vetted_decisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_hit_id",
                table: "vetted_decisions",
                column: "hit_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vetted_decisions_traveller_id",
                table: "vetted_decisions",
                column: "traveller_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rescreenings");

            migrationBuilder.DropTable(
                name: "screening_policies");

            migrationBuilder.DropTable(
                name: "vetted_decisions");

            migrationBuilder.DropIndex(
                name: "ix_watchlist_entries_list_from_version",
                table: "watchlist_entries");

            migrationBuilder.DropIndex(
                name: "ix_hits_run_id_state",
                table: "hits");

            migrationBuilder.DropIndex(
                name: "ix_hits_vetted_id",
                table: "hits");

            migrationBuilder.DropIndex(
                name: "ix_crossings_at",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "form",
                table: "watchlist_versions");

            migrationBuilder.DropColumn(
                name: "held",
                table: "watchlist_imports");

            migrationBuilder.DropColumn(
                name: "before",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "vetted_id",
                table: "hits");
        }
    }
}
