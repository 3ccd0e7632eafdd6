-- Three roles for one site's database, each with the right to its own schemas and to nothing else: the border (with the accounts), casework, and the victims' store. Run it in that database as its superuser, before the site's first start or on a site that runs;
-- it may be run again at any time:
--
--   psql -d rahdari -f samples/postgres/roles.sql
--
-- Then give each a password (\password rahdari_border …) and the site a connection
-- for each: RAHDARI_DATABASE, RAHDARI_CASEWORK_DATABASE, RAHDARI_SHELTER_DATABASE.
DO $$
DECLARE
    place record;
    thing record;
    held record;
BEGIN
    -- One at a time: roles belong to the whole server.
    PERFORM pg_advisory_xact_lock(hashtext('rahdari-roles'));

    FOR place IN SELECT * FROM (VALUES ('rahdari_border', 'border'), ('rahdari_border', 'identity'), ('rahdari_casework', 'casework'), ('rahdari_shelter', 'shelter')) AS p (owner, name) LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = place.owner) THEN
            EXECUTE format('CREATE ROLE %I', place.owner);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', place.owner);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), place.owner);
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', place.name);
        EXECUTE format('ALTER SCHEMA %I OWNER TO %I', place.name, place.owner);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', place.name);
        -- A site that was there before: its tables and sequences go to the role too.
        FOR thing IN
            SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = place.name AND c.relkind IN ('r', 'p', 'v', 'm')
        LOOP
            EXECUTE format('ALTER TABLE %I.%I OWNER TO %I', place.name, thing.relname, place.owner);
            EXECUTE format('REVOKE ALL ON TABLE %I.%I FROM PUBLIC', place.name, thing.relname);
        END LOOP;
        FOR thing IN
            SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = place.name
        LOOP
            EXECUTE format('ALTER ROUTINE %s OWNER TO %I', thing.signature, place.owner);
            EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', thing.signature);
        END LOOP;
    END LOOP;

    -- None of the three is a member of another role, nor is any role a member of them: a membership given before would open the schema.
    FOR held IN
        SELECT g.rolname AS granted, m.rolname AS member FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
        WHERE m.rolname IN ('rahdari_border', 'rahdari_casework', 'rahdari_shelter') OR (g.rolname IN ('rahdari_border', 'rahdari_casework', 'rahdari_shelter') AND NOT m.rolsuper)
    LOOP
        EXECUTE format('REVOKE %I FROM %I CASCADE', held.granted, held.member);
    END LOOP;

    -- What anybody was granted before on another's schema is taken back.
    FOR place IN SELECT r.owner, s.name FROM (VALUES ('rahdari_border', ARRAY['border', 'identity']), ('rahdari_casework', ARRAY['casework']), ('rahdari_shelter', ARRAY['shelter'])) AS r (owner, own),
        (VALUES ('border'), ('identity'), ('casework'), ('shelter')) AS s (name) WHERE s.name <> ALL (r.own)
    LOOP
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM %I', place.name, place.owner);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', place.name, place.owner);
    END LOOP;

    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END
$$;
