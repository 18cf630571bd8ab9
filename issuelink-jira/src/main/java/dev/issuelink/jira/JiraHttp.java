package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.PageReader;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The one way to Jira's API. Looks at every answer, of whatever status, for the sign that the credential was not
 * accepted: Jira answers then as to a stranger, which looks like success. Learns at first which Jira it is.
 */
final class JiraHttp {
    private static final Logger LOG = LoggerFactory.getLogger(JiraHttp.class);

    private final JiraSettings settings;
    private final JiraKernels kernels;
    private volatile @Nullable JiraKind kind;

    JiraHttp(JiraSettings settings, JiraKernels kernels) {
        this.settings = settings;
        this.kernels = kernels;
        this.kind = settings.kind().orElse(null);
    }

    /** Which Jira it is; asked once, with the credential. */
    JiraKind kind(String operation) {
        var known = kind;
        if (known == null) {
            known = settings.usesGateway() ? JiraKind.CLOUD : asked(operation);
            kind = known;
        }
        return known;
    }

    /** Which Jira it is, as far as is known without asking. */
    JiraKind kindSoFar() {
        var known = kind;
        return known == null ? settings.likelyKind() : known;
    }

    /** A path of the REST API, in the version of this Jira. */
    Object[] path(String operation, Object... segments) {
        var path = new Object[3 + segments.length];
        path[0] = "rest";
        path[1] = "api";
        path[2] = kind(operation).version();
        System.arraycopy(segments, 0, path, 3, segments.length);
        return path;
    }

    HttpCall.Builder get(String operation, Object... segments) {
        return HttpCall.get(operation).path(path(operation, segments));
    }

    HttpCall.Builder post(String operation, Object... segments) {
        return HttpCall.post(operation).path(path(operation, segments));
    }

    HttpCall.Builder put(String operation, Object... segments) {
        return HttpCall.put(operation).path(path(operation, segments));
    }

    HttpCall.Builder delete(String operation, Object... segments) {
        return HttpCall.delete(operation).path(path(operation, segments));
    }

    HttpReply<JsonNode> send(HttpCall call) {
        return checked(call, kernels.api(call.operation()).send(call, JsonNode.class));
    }

    /** For calls whose answer has no body of interest. */
    HttpReply<Void> tell(HttpCall call) {
        return checked(call, kernels.api(call.operation()).send(call));
    }

    /** The body of an answer that must have one. */
    JsonNode read(HttpCall call) {
        return send(call).body().orElseThrow(() -> unreadable(call.operation(), "answer"));
    }

    /** What comes in pages. The first call is made when the first page is asked for, since it may have to ask. */
    <T> Listing<T> list(Supplier<HttpCall> first, PageReader<JsonNode, T> reader) {
        return () -> {
            var call = first.get();
            return kernels.api(call.operation())
                    .list(call, JsonNode.class, new Checking<>(call, reader))
                    .pages();
        };
    }

    /** Pages whose next one is the same call with another body or query. */
    <T> Listing<T> list(
            Supplier<HttpCall> first, Function<JsonNode, Page<T>> reader, Function<Cursor, HttpCall> following) {
        return list(first, new PageReader<JsonNode, T>() {
            @Override
            public Page<T> read(HttpReply<JsonNode> reply) {
                return reader.apply(reply.body().orElseThrow(() -> new IllegalStateException("an empty page")));
            }

            @Override
            public HttpCall following(HttpCall call, Cursor next) {
                return following.apply(next);
            }
        });
    }

    /** Reads what a write was answered with: it was carried out, so an answer without sense is no refusal. */
    <T> T written(String operation, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TrackerException | IllegalArgumentException unreadable) {
            if (unreadable instanceof TrackerException failure && failure.code() == ErrorCode.OUTCOME_UNKNOWN) {
                throw failure;
            }
            throw TrackerException.of(ErrorCode.OUTCOME_UNKNOWN, settings.tracker(), operation)
                    .message("Jira seems to have done it, but how it is now could not be read. Look for what it"
                            + " writes before repeating it.")
                    .cause(unreadable)
                    .build();
        }
    }

    TrackerException unreadable(String operation, String what) {
        return TrackerException.of(ErrorCode.PROTOCOL, settings.tracker(), operation)
                .message("Jira's answer lacks a readable " + what + ".")
                .build();
    }

    private JiraKind asked(String operation) {
        try {
            var call = HttpCall.get(operation)
                    .path("rest", "api", "2", "serverInfo")
                    .build();
            var info = read(call);
            return JiraJson.text(info, "deploymentType")
                            .filter("Cloud"::equalsIgnoreCase)
                            .isPresent()
                    ? JiraKind.CLOUD
                    : JiraKind.DATA_CENTER;
        } catch (TrackerException refused) {
            return switch (refused.code()) {
                case PERMISSION, NOT_FOUND, PROTOCOL -> guessed();
                default -> throw refused;
            };
        }
    }

    private JiraKind guessed() {
        var likely = settings.likelyKind();
        LOG.info("{}: Jira does not tell which one it is; taken for {}", settings.tracker(), likely);
        return likely;
    }

    private <T> HttpReply<T> checked(HttpCall call, HttpReply<T> reply) {
        if (!settings.isAnonymous() && JiraErrors.isStranger(reply)) {
            var done = call.isWrite() && reply.status() < 300;
            throw TrackerException.of(
                            done ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.AUTHENTICATION,
                            settings.tracker(),
                            call.operation())
                    .message(JiraErrors.DEAD_TOKEN)
                    .requestId(JiraErrors.request(reply).orElse(null))
                    .build();
        }
        return reply;
    }

    /** A reader of pages that looks at each answer first. */
    private final class Checking<T> implements PageReader<JsonNode, T> {
        private final HttpCall first;
        private final PageReader<JsonNode, T> reader;

        Checking(HttpCall first, PageReader<JsonNode, T> reader) {
            this.first = first;
            this.reader = reader;
        }

        @Override
        public Page<T> read(HttpReply<JsonNode> reply) {
            return reader.read(checked(first, reply));
        }

        @Override
        public HttpCall following(HttpCall call, Cursor next) {
            return reader.following(call, next);
        }
    }
}
