package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Merges one sequence of nodes with what its Markdown became. */
final class AdfSequence {
    private final List<Member> members;
    private final List<JsonNode> wanted;
    private final List<List<JsonNode>> results = new ArrayList<>();
    private final List<Integer> keptAt = new ArrayList<>();

    /**
     * A node as it is.
     *
     * @param node the node
     * @param images the nodes that its Markdown alone becomes; none for what Markdown does not show, which stays
     * @param depth how deep it stands; what is new goes rather to the neighbour that stands less deep
     * @param begun how deep the outermost stands that begins with it; what is gone was rather one whole
     */
    record Member(JsonNode node, List<JsonNode> images, int depth, int begun) {}

    private AdfSequence(List<Member> members, List<JsonNode> wanted) {
        this.members = members;
        this.wanted = wanted;
    }

    /**
     * Merges.
     *
     * @param members the nodes as they are
     * @param wanted the nodes that the Markdown became
     * @param change makes of a node and what its Markdown became a new one
     * @return for each member what stands in its place
     */
    static List<List<JsonNode>> merge(
            List<Member> members, List<JsonNode> wanted, BiFunction<JsonNode, JsonNode, JsonNode> change) {
        var sequence = new AdfSequence(members, wanted);
        sequence.keep();
        sequence.fill(change);
        return sequence.results;
    }

    /** All in one list. */
    static List<JsonNode> flat(
            List<Member> members, List<JsonNode> wanted, BiFunction<JsonNode, JsonNode, JsonNode> change) {
        return members.isEmpty()
                ? wanted
                : merge(members, wanted, change).stream().flatMap(List::stream).toList();
    }

    /** A member stays if all that it reads as is still there, together. */
    private void keep() {
        var images = members.stream()
                .flatMap(member -> member.images().stream())
                .map(AdfIds::withoutIds)
                .toList();
        var match = Matching.of(images, wanted.stream().map(AdfIds::withoutIds).toList());
        MatchingGaps.settle(match, images, begins());
        var from = 0;
        for (var member : members) {
            var size = member.images().size();
            var together = size > 0;
            for (var i = from; i < from + size && together; i++) {
                together = match[i] >= 0 && match[i] - match[from] == i - from;
            }
            keptAt.add(together ? match[from] : -1);
            results.add(new ArrayList<>(together || size == 0 ? List.of(member.node()) : List.of()));
            from += size;
        }
    }

    private int[] begins() {
        return members.stream()
                .flatMapToInt(member -> IntStream.range(0, member.images().size())
                        .map(image -> image == 0 ? member.begun() : Integer.MAX_VALUE / 4))
                .toArray();
    }

    private void fill(BiFunction<JsonNode, JsonNode, JsonNode> change) {
        var member = 0;
        var next = 0;
        while (member <= members.size()) {
            var end = member;
            while (end < members.size() && keptAt.get(end) < 0) {
                end++;
            }
            var nextKept = end < members.size() ? keptAt.get(end) : wanted.size();
            gap(member, end, wanted.subList(next, nextKept), change);
            next = end < members.size() ? nextKept + members.get(end).images().size() : next;
            member = end + 1;
        }
    }

    /** Between two that stay: what is of one kind is taken for changed, the rest for gone or new. */
    private void gap(int from, int to, List<JsonNode> nodes, BiFunction<JsonNode, JsonNode, JsonNode> change) {
        var lost = new ArrayList<Integer>();
        for (var i = from; i < to; i++) {
            if (members.get(i).images().size() == 1) {
                lost.add(i);
            }
        }
        var match = Matching.of(
                lost.stream().map(i -> kind(members.get(i).images().get(0))).toList(),
                nodes.stream().map(AdfSequence::kind).toList());
        var taken = 0;
        var last = from - 1;
        for (var i = 0; i < lost.size(); i++) {
            if (match[i] >= 0) {
                insert(nodes.subList(taken, match[i]), last);
                last = lost.get(i);
                results.get(last).add(change.apply(members.get(last).node(), nodes.get(match[i])));
                taken = match[i] + 1;
            }
        }
        insert(nodes.subList(taken, nodes.size()), last);
    }

    private static String kind(JsonNode node) {
        return Adf.type(node).equals("tableHeader") ? "tableCell" : Adf.type(node);
    }

    /** Behind what it follows; but rather before what comes next, if that stands less deep. */
    private void insert(List<JsonNode> nodes, int after) {
        var next = after + 1;
        while (after >= 0 && next < members.size() && isUnseen(next) && depth(next) >= depth(after)) {
            next++;
        }
        if (after < 0 || (next < members.size() && depth(next) < depth(after))) {
            results.get(next).addAll(0, nodes);
        } else {
            results.get(after).addAll(nodes);
        }
    }

    private boolean isUnseen(int at) {
        return members.get(at).images().isEmpty();
    }

    private int depth(int at) {
        return members.get(at).depth();
    }
}
