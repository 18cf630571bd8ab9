package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proving that deliveries are genuine. What they say is the matter of {@link WebhookEventContract}. */
public abstract class WebhookContract extends AdapterContract {
    private static final int TOO_LARGE = 30 * 1024 * 1024;

    /** For authors of providers. */
    protected WebhookContract() {}

    @BeforeEach
    final void registerWebhook() {
        needs(Capability.RECEIVE_WEBHOOKS, Capability.READ_ISSUES);
        if (adapter().capabilities().contains(Capability.MANAGE_WEBHOOKS)) {
            adapter().webhooks().registerWebhook(harness().webhookConfig());
        }
    }

    private WebhookRequest delivery() {
        people().openIssue("By hand", "Words");
        var deliveries = harness().deliveries();
        assertThat(deliveries).as("deliveries after an issue was opened").isNotEmpty();
        return deliveries.get(deliveries.size() - 1);
    }

    private static byte[] bytes(WebhookRequest request) {
        var body = new byte[request.size()];
        request.body().get(body);
        return body;
    }

    private Reason rejection(WebhookRequest request) {
        var rejection = catchThrowable(() -> adapter().webhooks().verify(request));
        assertThat(rejection).isInstanceOf(WebhookRejectedException.class);
        return ((WebhookRejectedException) rejection).reason();
    }

    @Test
    void acceptsAGenuineDelivery() {
        var request = delivery();
        var verified = adapter().webhooks().verify(request);
        assertThat(verified.id()).isNotBlank();
        assertThat(verified.kind()).isNotBlank();
        assertThat(verified.payload()).isNotEmpty();
    }

    @Test
    void asksTheTrackerNothingToProveADelivery() {
        var request = delivery();
        var before = harness().requestCount();
        adapter().webhooks().normalise(adapter().webhooks().verify(request));
        assertThat(harness().requestCount()).isEqualTo(before);
    }

    @Test
    void givesARepeatedDeliveryTheSameId() {
        var request = delivery();
        assertThat(adapter().webhooks().verify(request))
                .isEqualTo(adapter().webhooks().verify(request));
    }

    @Test
    void givesOtherDeliveriesOtherIds() {
        var first = adapter().webhooks().verify(delivery());
        var second = adapter().webhooks().verify(delivery());
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void rejectsABodyThatWasChangedByOneByte() {
        var request = delivery();
        var body = bytes(request);
        body[body.length / 2] ^= 1;
        assertThat(rejection(WebhookRequest.of(request.headers(), body))).isEqualTo(Reason.WRONG_SIGNATURE);
    }

    @Test
    void rejectsABodyThatWasCutOff() {
        var request = delivery();
        var body = new String(bytes(request), StandardCharsets.UTF_8);
        var shorter = body.substring(0, body.length() - 1).getBytes(StandardCharsets.UTF_8);
        assertThat(rejection(WebhookRequest.of(request.headers(), shorter))).isEqualTo(Reason.WRONG_SIGNATURE);
    }

    @Test
    void rejectsAnEmptyBody() {
        assertThat(rejection(WebhookRequest.of(delivery().headers(), new byte[0])))
                .isIn(Reason.WRONG_SIGNATURE, Reason.MALFORMED);
    }

    @Test
    void rejectsARequestWithoutHeaders() {
        assertThat(rejection(WebhookRequest.of(Map.of(), bytes(delivery())))).isIn(Reason.UNSIGNED, Reason.MALFORMED);
    }

    // Which header holds the proof is the tracker's matter; without it the request must not be accepted.
    @Test
    void rejectsARequestWithoutItsProof() {
        var request = delivery();
        var rejected = request.headers().keySet().stream()
                .filter(name -> isRejected(without(request, name)))
                .toList();
        assertThat(rejected).isNotEmpty();
    }

    /** Whoever compares only as much as came accepts everything in the end. */
    @Test
    void rejectsTheBeginningOfAProof() {
        var request = delivery();
        var proofs = request.headers().entrySet().stream()
                .filter(header -> isUnsigned(without(request, header.getKey())))
                .toList();
        assertThat(proofs).as("headers that prove a delivery").isNotEmpty();
        proofs.forEach(header ->
                rejectsBeginnings(request, header.getKey(), header.getValue().get(0)));
    }

    private void rejectsBeginnings(WebhookRequest request, String name, String proof) {
        for (var length = proof.length() - 1; length > 0; length--) {
            assertThat(isRejected(with(request, name, proof.substring(0, length))))
                    .as("%d characters of %s are rejected", length, name)
                    .isTrue();
        }
    }

    private boolean isUnsigned(WebhookRequest request) {
        return catchThrowable(() -> adapter().webhooks().verify(request)) instanceof WebhookRejectedException rejection
                && rejection.reason() == Reason.UNSIGNED;
    }

    private static WebhookRequest without(WebhookRequest request, String header) {
        var headers = new HashMap<>(request.headers());
        headers.remove(header);
        return WebhookRequest.of(headers, bytes(request));
    }

    private boolean isRejected(WebhookRequest request) {
        return catchThrowable(() -> adapter().webhooks().verify(request)) instanceof WebhookRejectedException;
    }

    @TestFactory
    Stream<DynamicTest> rejectsAWrongProof() {
        var request = delivery();
        return Stream.of("", "sha256=", "sha256=" + "0".repeat(64), "sha1=" + "0".repeat(40), "nonsense", "ü")
                .map(proof -> DynamicTest.dynamicTest("\"" + proof + "\"", () -> {
                    var rejected = request.headers().keySet().stream()
                            .filter(name -> isRejected(with(request, name, proof)))
                            .toList();
                    assertThat(rejected).isNotEmpty();
                }));
    }

    private static WebhookRequest with(WebhookRequest request, String header, String value) {
        var headers = new HashMap<>(request.headers());
        headers.put(header, List.of(value));
        return WebhookRequest.of(headers, bytes(request));
    }

    @Test
    void acceptsHeadersInAnyCase() {
        var request = delivery();
        var headers = new HashMap<String, List<String>>();
        request.headers().forEach((name, values) -> headers.put(name.toUpperCase(Locale.ROOT), values));
        assertThat(adapter().webhooks().verify(WebhookRequest.of(headers, bytes(request))))
                .isEqualTo(adapter().webhooks().verify(request));
    }

    @Test
    void rejectsABodyLargerThanTheTrackerSends() {
        var request = harness().signed("issues", new byte[TOO_LARGE]);
        assertThat(rejection(request)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void keepsSecretsOutOfARejection() {
        var request = delivery();
        var body = bytes(request);
        body[0] ^= 1;
        var rejection = catchThrowable(() -> adapter().webhooks().verify(WebhookRequest.of(request.headers(), body)));
        request.headers().values().stream()
                .flatMap(List::stream)
                .filter(value -> value.length() > 32)
                .forEach(value -> assertThat(rejection).message().doesNotContain(value));
    }

    @Test
    void ignoresAKindThatItDoesNotKnow() {
        var request = harness().signed("no_such_kind", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(adapter().webhooks().normalise(adapter().webhooks().verify(request)))
                .allMatch(TrackerEvent.Ignored.class::isInstance);
    }

    @TestFactory
    Stream<DynamicTest> saysThatABodyCannotBeRead() {
        var kind = adapter().webhooks().verify(delivery()).kind();
        return Stream.of("no JSON at all", "{\"cut\": ", "<html></html>")
                .map(body -> DynamicTest.dynamicTest(body, () -> {
                    var request = harness().signed(kind, body.getBytes(StandardCharsets.UTF_8));
                    var verified = adapter().webhooks().verify(request);
                    assertFails(() -> adapter().webhooks().normalise(verified), ErrorCode.PROTOCOL);
                }));
    }

    @Test
    void saysTheSameOfADeliveryThatWasKeptInTheInbox() {
        var verified = adapter().webhooks().verify(delivery());
        var kept = VerifiedDelivery.of(verified.toInboxEntry(adapter().tracker(), now()));
        assertThat(kept).isEqualTo(verified);
        assertThat(adapter().webhooks().normalise(kept))
                .isEqualTo(adapter().webhooks().normalise(verified));
    }

    @Test
    void namesUsAsActorOfWhatWeDid() {
        needs(Capability.CREATE_ISSUE);
        var account = adapter().testConnection().account();
        create("Ours");
        var deliveries = harness().deliveries();
        // None where the tracker delivers nothing of what we do.
        var events = deliveries.stream()
                .skip(Math.max(0, deliveries.size() - 1))
                .flatMap(request ->
                        adapter().webhooks().normalise(adapter().webhooks().verify(request)).stream());
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.actor()).map(User::username).contains(account));
    }
}
