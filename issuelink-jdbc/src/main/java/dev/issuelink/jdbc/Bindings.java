package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Jdbi on connections that are opened, closed and committed elsewhere; binds the values of the stores. */
final class Bindings {
    /** Hands out the connection that is set for the moment and leaves its closing to others. */
    private static final class Lent implements ConnectionFactory {
        @SuppressWarnings("ThreadLocalUsage") // lives as long as the stores, and is empty but for a moment
        private final ThreadLocal<Connection> connection = new ThreadLocal<>();

        @Override
        public Connection openConnection() {
            return connection.get();
        }

        @Override
        public void closeConnection(Connection lent) {
            connection.remove();
        }
    }

    private static final class TextArgument extends AbstractArgumentFactory<String> {
        private TextArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String text, ConfigRegistry config) {
            return (place, statement, context) -> statement.setString(place, Texts.encode(text));
        }
    }

    private static final class StoredTextArgument extends AbstractArgumentFactory<Texts.Stored> {
        private StoredTextArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Texts.Stored stored, ConfigRegistry config) {
            return (place, statement, context) -> statement.setString(place, stored.text());
        }
    }

    private static final class KeyArgument extends AbstractArgumentFactory<Key> {
        private KeyArgument() {
            super(Types.BINARY);
        }

        @Override
        protected Argument build(Key key, ConfigRegistry config) {
            return (place, statement, context) -> statement.setBytes(place, key.bytes());
        }
    }

    private static final class TimeArgument extends AbstractArgumentFactory<Instant> {
        private TimeArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            return (place, statement, context) -> statement.setLong(place, Times.exactly(time));
        }
    }

    private final Lent lent = new Lent();
    private final Jdbi jdbi = Jdbi.create(lent);

    Bindings() {
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
        jdbi.registerArgument(new TextArgument());
        jdbi.registerArgument(new StoredTextArgument());
        jdbi.registerArgument(new KeyArgument());
        jdbi.registerArgument(new TimeArgument());
    }

    /** A handle on that connection; closing it leaves the connection open. */
    Handle open(Connection connection) {
        lent.connection.set(connection);
        try {
            return jdbi.open();
        } finally {
            lent.connection.remove();
        }
    }
}
