package dev.issuelink.testkit.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The HTTP side: a WireMock server on the loopback address whose every answer comes from one function. */
public final class WireMockFront implements AutoCloseable {

    private static final int THREADS = 16;

    private final WireMockServer server;

    /** Prepares a server whose every answer is what the function says; it is called by many threads. */
    public WireMockFront(Function<WireRequest, WireReply> answers) {
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .disableRequestJournal()
                .templatingEnabled(false)
                .extensionScanningEnabled(false)
                .gzipDisabled(true)
                .mappingSource(new NoMappings())
                .httpClientFactory((options, trustAll, hosts, useSystem) -> WireMockFront::refuse)
                .extensions(new FromState(answers)));
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
    }

    /** Nothing is ever forwarded, and WireMock's own client takes long to make. */
    private static Response refuse(Request request) throws IOException {
        throw new IOException("The fake forwards nothing.");
    }

    /** Starts on a free port, and says on which. */
    public int start() {
        server.start();
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Keeps stubs that lie about in the user's own test resources out of the fake. */
    private static final class NoMappings implements MappingsSource {

        @Override
        public void loadMappingsInto(StubMappings mappings) {
            // none
        }

        @Override
        public void save(List<StubMapping> mappings) {
            // nothing to keep
        }

        @Override
        public void save(StubMapping mapping) {
            // nothing to keep
        }

        @Override
        @SuppressWarnings("removal") // still abstract
        public void remove(StubMapping mapping) {
            // nothing kept
        }

        @Override
        public void removeAll() {
            // nothing kept
        }
    }

    private static final class FromState implements ResponseDefinitionTransformerV2 {

        private final Function<WireRequest, WireReply> answers;

        FromState(Function<WireRequest, WireReply> answers) {
            this.answers = answers;
        }

        @Override
        public String getName() {
            return "from-state";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return response(answers.apply(request(event.getRequest())));
        }

        private static WireRequest request(Request request) {
            String url = request.getUrl();
            int mark = url.indexOf('?');
            Map<String, String> headers = new LinkedHashMap<>();
            HttpHeaders sent = request.getHeaders();
            for (HttpHeader header : sent.all()) {
                headers.put(header.key().toLowerCase(Locale.ROOT), String.join(", ", header.values()));
            }
            return new WireRequest(
                    request.getMethod().getName(),
                    mark < 0 ? url : url.substring(0, mark),
                    mark < 0 ? "" : url.substring(mark + 1),
                    headers,
                    request.getBodyAsString());
        }

        private static ResponseDefinition response(WireReply reply) {
            ResponseDefinitionBuilder response = aResponse().withStatus(reply.status());
            reply.headers().forEach(response::withHeader);
            if (!reply.body().isEmpty()) {
                response.withBody(reply.body());
            }
            if (!reply.delay().isZero()) {
                response.withFixedDelay((int) reply.delay().toMillis());
            }
            switch (reply.broken()) {
                case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER);
                case CUT -> response.withFault(Fault.MALFORMED_RESPONSE_CHUNK);
                case NONE -> {}
            }
            return response.build();
        }
    }
}
