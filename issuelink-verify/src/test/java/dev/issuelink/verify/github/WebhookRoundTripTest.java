package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.SyncRequest;
import dev.issuelink.WebhookReceipt;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.Change;
import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.StatusCategory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a person's click on GitHub over real HTTP to the host's listener, and not once more than it happened. */
class WebhookRoundTripTest {
    private static final ObjectReference ORDERS = ObjectReference.of(ObjectType.TABLE, "orders");

    private final Site site = new Site();
    private final Endpoint endpoint = new Endpoint();
    private IssueLinkEngine engine;
    private IssueReference issue;

    @BeforeEach
    void openAnIssue() {
        engine = site.engine(site.configuration("", ", \"webhook_url\": \"" + endpoint.url() + "\""));
        endpoint.handTo(engine);
        engine.webhooks().register(Site.TRACKER);
        var draft = IssueDraft.builder("Drift of orders")
                .body("A column is missing.")
                .build();
        issue = site.finish(engine.manager().createIssue(Site.TRACKER, draft, List.of(ORDERS)));
        arrive();
    }

    @AfterEach
    void close() throws Exception {
        endpoint.close();
        site.close();
    }

    @Test
    void registeringAgainChangesNothing() {
        var first = engine.webhooks().register(Site.TRACKER);
        assertThat(engine.webhooks().register(Site.TRACKER).id()).isEqualTo(first.id());
        site.repository.as("bob").issue(1).edit("Drift of orders", "Two columns are missing.");
        arrive();
        assertThat(changes()).hasSize(1);
    }

    @Test
    void aPersonClosesOurIssueAndTheHostIsToldOnce() {
        site.clock.advance(Duration.ofMinutes(1));
        site.repository.as("bob").issue(1).close("completed");
        arrive();

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.objects()).extracting(ObjectReference::key).containsExactly(ORDERS.key());
            assertThat(change.after().status().category()).isEqualTo(StatusCategory.DONE);
            assertThat(change.cause()).startsWith("webhook");
        });
        assertThat(engine.manager().getLinkedIssues(ORDERS))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.status().orElseThrow().category()).isEqualTo(StatusCategory.DONE));
        assertThat(engine.audit().entries(0, 100))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("issue.changed"));
    }

    @Test
    void whatWeWroteOurselvesIsNeverToldAsNews() {
        for (var round = 0; round < 3; round++) {
            site.finish(engine.manager()
                    .updateIssue(
                            issue,
                            IssueChanges.builder()
                                    .body(Change.set("Round " + round))
                                    .addLabel("round-" + round)
                                    .build()));
            site.finish(engine.manager().addComment(issue, "Looked at it in round " + round));
            arrive();
        }
        assertThat(endpoint.receipts)
                .hasSizeGreaterThan(6)
                .allSatisfy(receipt -> assertThat(receipt.httpStatus()).isBetween(200, 299));
        assertThat(changes()).isEmpty();
        assertThat(site.host.told("commentChanged", Comment.class)).isEmpty();
        assertThat(site.host.told("issueCreated", IssueReference.class)).hasSize(1);
    }

    @Test
    void aReplayedDeliveryIsAppliedOnce() {
        site.github.webhooks().duplicateNext(1);
        site.repository.as("bob").issue(1).close("not_planned");
        arrive();

        assertThat(endpoint.receipts).extracting(WebhookReceipt::outcome).contains(WebhookReceipt.Outcome.DUPLICATE);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void deliveriesInTheWrongOrderLeaveTheLastState() {
        site.github.webhooks().hold();
        site.repository.as("bob").issue(1).close("completed");
        site.clock.advance(Duration.ofMinutes(1));
        site.repository.as("bob").issue(1).reopen();
        site.clock.advance(Duration.ofMinutes(1));
        site.github.webhooks().reversePending();
        site.github.webhooks().release();
        arrive();

        assertThat(linked().status().orElseThrow().category()).isEqualTo(StatusCategory.OPEN);
    }

    @Test
    void whatWasMissedIsDeliveredAgain() {
        site.github.webhooks().loseNext(1);
        site.repository.as("bob").issue(1).close("completed");
        arrive();
        assertThat(changes()).isEmpty();

        site.clock.advance(Duration.ofMinutes(30));
        assertThat(engine.webhooks().redeliverMissed(Site.TRACKER)).isEqualTo(1);
        arrive();
        assertThat(changes()).hasSize(1);
        assertThat(engine.webhooks().redeliverMissed(Site.TRACKER)).isZero();
    }

    @Test
    void aCommentOfAPersonIsTold() {
        site.repository.as("bob").issue(1).comment("I will look at it.");
        arrive();
        assertThat(site.host.told("commentChanged", Comment.class))
                .singleElement()
                .satisfies(comment -> assertThat(comment.body()).isEqualTo("I will look at it."));
    }

    @Test
    void anIssueThatMovesToAnotherRepositoryKeepsItsLink() {
        var warehouse = site.github.addRepository("acme", "warehouse");
        site.repository.issue(1).transferTo(warehouse);
        arrive();

        assertThat(site.host.told("issueMoved", IssueKey.class)).containsExactly(issue.key());
        assertThat(linked().project()).isEqualTo("acme/warehouse");
        assertThat(linked().url().toString()).contains("acme/warehouse");
        assertThat(engine.manager().getLinkedObjects(issue)).hasSize(1);
        assertThat(engine.manager().refresh(issue).project()).isEqualTo("acme/warehouse");
    }

    @Test
    void anIssueThatIsDeletedKeepsItsLinkAndTheHostIsTold() {
        var links = engine.manager().getLinks(ORDERS);
        site.repository.issue(1).delete();
        arrive();

        assertThat(site.host.told("issueDeleted", IssueReference.class))
                .extracting(IssueReference::key)
                .containsExactly(issue.key());
        assertThat(engine.manager().getLinks(ORDERS)).isEqualTo(links);
        assertThat(engine.manager().refresh(issue).key()).isEqualTo(issue.key());
    }

    @Test
    void aRepositoryThatIsRenamedKeepsAllLinks() {
        var links = engine.manager().getLinks(ORDERS);
        site.repository.rename("store");
        arrive();
        assertThat(engine.manager().refresh(issue).key()).isEqualTo(issue.key());
        assertThat(engine.manager().sync(SyncRequest.of(Site.TRACKER)).complete())
                .isTrue();

        site.clock.advance(Duration.ofMinutes(1));
        site.repository.as("bob").issue(1).close("completed");
        arrive();
        assertThat(engine.manager().getLinks(ORDERS))
                .extracting(IssueLink::id)
                .isEqualTo(links.stream().map(IssueLink::id).toList());
        assertThat(linked().status().orElseThrow().category()).isEqualTo(StatusCategory.DONE);
        site.finish(engine.manager().addComment(issue, "Still reachable."));
        assertThat(site.repository.issue(1).now().comments()).hasSize(1);
    }

    private void arrive() {
        assertThat(site.github.webhooks().await(Site.PATIENCE)).isTrue();
        site.settle();
        site.listen(engine);
    }

    private List<IssueChange> changes() {
        return site.host.told("issueChanged", IssueChange.class);
    }

    private IssueReference linked() {
        var issues = engine.manager().getLinkedIssues(ORDERS);
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }
}
