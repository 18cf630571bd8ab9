package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.WebhookReceipt;
import dev.issuelink.WebhookReceipt.Outcome;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.testkit.github.FakeDelivery;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends to the webhook's address, who need not be GitHub. */
class BadDeliveryTest {
    private static final ObjectReference ORDERS = ObjectReference.of(ObjectType.TABLE, "orders");

    private final Site site = new Site();
    private IssueLinkEngine engine;

    @BeforeEach
    void openAnIssue() {
        engine = site.engine();
        var draft = IssueDraft.builder("Drift").body("of orders").build();
        site.finish(engine.manager().createIssue(Site.TRACKER, draft, List.of(ORDERS)));
        site.repository.addWebhook("http://127.0.0.1:9/unused", Site.HOOK_SECRET, "*");
        site.github.webhooks().hold();
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsStored() {
        var delivery = closing();
        var headers = headers(delivery);
        headers.put("X-Hub-Signature-256", List.of("sha256=" + "0".repeat(64)));

        assertRefused(
                engine.webhooks().receive(Site.TRACKER, WebhookRequest.of(headers, delivery.body())), 401, delivery);
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        var delivery = closing();
        var changed = new String(delivery.body(), StandardCharsets.UTF_8)
                .replace("closed", "opened")
                .getBytes(StandardCharsets.UTF_8);

        assertRefused(
                engine.webhooks().receive(Site.TRACKER, WebhookRequest.of(headers(delivery), changed)), 401, delivery);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Hub-Signature-256", "X-GitHub-Delivery", "X-GitHub-Event"})
    void aMissingHeaderIsRefused(String header) {
        var delivery = closing();
        var headers = headers(delivery);
        headers.keySet().removeIf(header::equalsIgnoreCase);

        var receipt = engine.webhooks().receive(Site.TRACKER, WebhookRequest.of(headers, delivery.body()));

        assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(receipt.httpStatus()).isBetween(400, 401);
        assertThat(receipt.message()).contains(header);
    }

    @Test
    void aMissingWebhookSecretRefusesEverything() {
        var delivery = closing();
        site.secrets.remove("HOOK");

        var receipt = receive(delivery);

        assertThat(receipt.outcome()).isIn(Outcome.REJECTED, Outcome.UNAVAILABLE);
        assertThat(stored(delivery)).isFalse();
    }

    @Test
    void aReplayedDeliveryIsKnownAndAppliedOnce() {
        var delivery = closing();

        assertThat(receive(delivery).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(receive(delivery).outcome()).isEqualTo(Outcome.DUPLICATE);
        site.settle();
        assertThat(receive(delivery)).satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(receipt.httpStatus()).isEqualTo(200);
        });
        site.settle();
        site.listen(engine);
        assertThat(site.host.told("issueChanged", IssueChange.class)).hasSize(1);
    }

    @Test
    void aDeliveryOf30MegabytesIsRefusedAndNothingIsStored() {
        var body = new byte[30 * 1024 * 1024];
        java.util.Arrays.fill(body, (byte) ' ');
        var delivery = site.github.webhooks().signed(site.repository, "issues", Site.HOOK_SECRET, body);

        var receipt = receive(delivery);

        assertRefused(receipt, 413, delivery);
        assertThat(receipt.message()).contains("31457280");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"levitated\"}",
                "{\"action\":null}",
                "{}",
                "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1}"
            })
    void eventsThatNobodyKnowsAreTakenInAndIgnored(String body) {
        for (var event : List.of("issues", "issue_levitation", "ping", "star")) {
            var delivery = signed(event, body);
            var receipt = receive(delivery);
            assertThat(receipt.httpStatus()).as(event).isBetween(200, 299);
            site.settle();
            var entry =
                    site.stores.inTransaction(transaction -> transaction.inbox().find(Site.TRACKER, delivery.guid()));
            assertThat(entry).map(InboxEntry::state).as(event).contains(InboxEntry.State.DONE);
        }
        site.listen(engine);
        assertThat(site.host.told("issueChanged", IssueChange.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[1, 2]",
                "{\"action\":\"levitated\",\"issue\":{}}",
                "{\"action\":\"closed\",\"issue\":{\"id\":",
                "\"text\"",
                ""
            })
    void aSignedBodyThatIsNoEventHarmsNothing(String body) {
        var delivery = signed("issues", body);
        var receipt = receive(delivery);
        assertThat(receipt.httpStatus()).isLessThan(500);
        site.settle();

        // The next delivery is applied as if nothing had been.
        assertThat(receive(closing()).outcome()).isEqualTo(Outcome.ACCEPTED);
        site.settle();
        site.listen(engine);
        assertThat(site.host.told("issueChanged", IssueChange.class)).hasSize(1);
    }

    @Test
    void newActionsValuesAndFieldsOfAnIssueHarmNothing() {
        var delivery = closing();
        var strange = new String(delivery.body(), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"brand_new\":{\"deep\":[null,{\"x\":1}]},")
                .replace("\"completed\"", "\"evaporated\"")
                .replaceFirst("\"action\":\"closed\"", "\"action\":\"levitated\"");

        assertThat(receive(signed("issues", strange)).outcome()).isEqualTo(Outcome.ACCEPTED);
        site.settle();
        site.listen(engine);
        assertThat(site.host.told("issueChanged", IssueChange.class)).hasSize(1);
    }

    private FakeDelivery closing() {
        site.github.webhooks().take();
        site.repository.as("bob").issue(1).close("completed");
        return site.github.webhooks().take().get(0);
    }

    private FakeDelivery signed(String event, String body) {
        return site.github
                .webhooks()
                .signed(site.repository, event, Site.HOOK_SECRET, body.getBytes(StandardCharsets.UTF_8));
    }

    private WebhookReceipt receive(FakeDelivery delivery) {
        return engine.webhooks().receive(Site.TRACKER, WebhookRequest.of(headers(delivery), delivery.body()));
    }

    private static Map<String, List<String>> headers(FakeDelivery delivery) {
        return delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> List.of(header.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    private void assertRefused(WebhookReceipt receipt, int status, FakeDelivery delivery) {
        assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(receipt.httpStatus()).isEqualTo(status);
        assertThat(stored(delivery)).isFalse();
        site.settle();
        assertThat(site.host.told("issueChanged", IssueChange.class)).isEmpty();
    }

    private boolean stored(FakeDelivery delivery) {
        return site.stores
                .inTransaction(transaction -> transaction.inbox().find(Site.TRACKER, delivery.guid()))
                .isPresent();
    }
}
