package dev.issuelink.testkit.contract;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TrackerPeople;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An adapter under test together with a tracker that tests can look into. A provider author implements it once, over a
 * fake of the tracker; the contract suites do the rest. A harness starts with an empty tracker and serves one test.
 */
public interface TrackerHarness extends AutoCloseable {
    /**
     * The adapter under test, signed in with a credential that may do everything, configured for {@link #project()}.
     *
     * @return always the same adapter
     */
    IssueTrackerAdapter adapter();

    /**
     * An adapter like {@link #adapter()} whose credential the tracker does not accept at all.
     *
     * @return the adapter
     */
    IssueTrackerAdapter adapterWithWrongCredential();

    /**
     * An adapter like {@link #adapter()} whose credential may only read.
     *
     * @return the adapter, or empty if the tracker knows no such credentials
     */
    Optional<IssueTrackerAdapter> adapterWithReadOnlyCredential();

    /**
     * The same tracker as people see it, through no adapter.
     *
     * @return what people do
     */
    TrackerPeople people();

    /**
     * The clock of both the tracker and the adapter.
     *
     * @return the clock
     */
    MutableClock clock();

    /**
     * The project that the adapter is configured for.
     *
     * @return its id
     */
    String project();

    /**
     * Another project that the credential can see and to which issues may be moved.
     *
     * @return its id
     */
    String otherProject();

    /**
     * Users to whom issues of the project can be assigned.
     *
     * @return at least two names as the tracker takes them
     */
    List<String> assignableUsers();

    /**
     * A milestone of the project.
     *
     * @return its id as writes name it, or empty if the tracker has none
     */
    Optional<String> milestone();

    /**
     * How many issues the adapter gets at a time.
     *
     * @return the size of a page of issues
     */
    int pageSize();

    /**
     * How many requests the adapter has sent to the tracker so far, of whatever kind and outcome.
     *
     * @return the number
     */
    int requestCount();

    /**
     * Makes the tracker carry the adapter's next write out and the answer get lost on its way.
     */
    void loseNextAnswer();

    /**
     * Makes the tracker answer all requests such that operations fail with a code, until {@link #healFaults()}.
     *
     * @param code one of {@link #possibleFaults()}
     */
    void fail(ErrorCode code);

    /** Ends what {@link #fail} and {@link #leadTo} began. */
    void healFaults();

    /**
     * How long the tracker tells to wait when it fails with {@link ErrorCode#RATE_LIMITED}.
     *
     * @return the time from the refusal on
     */
    Duration limit();

    /**
     * Makes the tracker answer all requests by sending whoever asks to another address, until {@link #healFaults()}. A
     * tracker without addresses has nothing to do here.
     *
     * @param address where to
     */
    void leadTo(URI address);

    /**
     * Which failures the tracker can be made to answer with.
     *
     * @return the codes; {@link ErrorCode#UNAVAILABLE} and {@link ErrorCode#RATE_LIMITED} at least
     */
    Set<ErrorCode> possibleFaults();

    /**
     * A webhook that can be registered: its address is where {@link #deliveries()} arrive, and its secret is one that
     * the adapter accepts.
     *
     * @return what to register
     */
    WebhookConfig webhookConfig();

    /**
     * What arrived at the host so far, given that {@link #webhookConfig()} was registered where the tracker asks for it:
     * complete requests with their signatures.
     *
     * @return the requests, oldest first
     */
    List<WebhookRequest> deliveries();

    /**
     * A genuine delivery of whatever content: with all headers of the tracker and a right signature.
     *
     * @param kind the tracker's word for what happened, known or not
     * @param body the body
     * @return the request
     */
    WebhookRequest signed(String kind, byte[] body);

    /**
     * Makes the host refuse deliveries, so that they count as missed and do not appear in {@link #deliveries()}.
     *
     * @param refuse whether from now on
     */
    void refuseDeliveries(boolean refuse);

    /**
     * What the tracker lacks of what is expected of every tracker. The adapter is tested for what holds in its place.
     *
     * @return the traits
     */
    default Set<TrackerTrait> lacks() {
        return Set.of();
    }

    /** Stops the tracker and closes the adapters. */
    @Override
    void close();
}
