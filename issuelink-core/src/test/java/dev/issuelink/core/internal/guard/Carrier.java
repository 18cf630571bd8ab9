package dev.issuelink.core.internal.guard;

/** The texts in which secrets stand. */
enum Carrier {
    DDL("""
            -- deployed by the nightly job: %s
            CREATE TABLE sales.orders (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              note text NOT NULL DEFAULT ''
            );
            """),
    QUERY("SELECT o.id, o.note FROM sales.orders o WHERE o.note = '%s' AND o.status = 'open' ORDER BY o.id LIMIT 50"),
    STATEMENT("%s"),
    NAME("nightly job (%s)"),
    ERROR("""
            ERROR: the import of orders failed after 3 attempts
            DETAIL: the server answered to: %s
            HINT: See server log for query details.
            """),
    DOCUMENT("{\"step\": \"load\", \"arguments\": [\"--verbose\", \"%s\"], \"attempt\": 2}"),
    STACK_TRACE("""
            java.sql.SQLException: could not open the connection
            \tat com.acme.load.Loader.open(Loader.java:120)
            \tat com.acme.load.Loader.run(Loader.java:44)
            Caused by: java.lang.IllegalStateException: unexpected input %s
            \t... 2 common frames omitted
            """),
    ADVICE("""
            ## What to do

            The job has the credentials in its source. Move them to the vault first, then **rotate** them:

            1. Open `jobs/nightly.yml`.
            2. Take out this line: %s
            3. Run the job again; it should take about 5 minutes.
            """);

    private final String text;

    Carrier(String text) {
        this.text = text;
    }

    String with(String secret) {
        return text.replace("%s", secret);
    }
}
