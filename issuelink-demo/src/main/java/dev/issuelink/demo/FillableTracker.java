package dev.issuelink.demo;

import java.util.HashSet;
import java.util.Set;

/** What the demo's trackers have in common: how an archive gets into them. Not for several threads while it does. */
abstract class FillableTracker implements DemoTracker {
    private Stock stock = new Stock(0, 0, 0, 0);

    /** Makes the repository or project. Called once, before anything is put in. */
    abstract void makePlace(String owner, String name);

    abstract void putLabel(String label, String color, String description);

    /** Puts an issue in, under its own number. */
    abstract void put(ArchivedIssue issue);

    /** Whether pull requests lie among the issues. */
    abstract boolean mixesPulls();

    final void fill(Archive archive) {
        var filler = new Filler();
        archive.read(filler);
        filler.needPlace();
        stock = filler.stock();
    }

    @Override
    public final Stock stock() {
        return stock;
    }

    /** Hands on what an archive holds, and counts it. */
    private final class Filler implements Archive.Visitor {
        private final Set<Integer> numbers = new HashSet<>();
        private String owner = "demo";
        private String name = "archive";
        private boolean hasPlace;
        private int issues;
        private int pulls;
        private int leftOut;

        void needPlace() {
            if (!hasPlace) {
                makePlace(owner, name);
                hasPlace = true;
            }
        }

        Stock stock() {
            return mixesPulls() ? new Stock(issues, pulls, 0, leftOut) : new Stock(issues, 0, pulls, leftOut);
        }

        @Override
        public void repository(String newOwner, String newName) {
            if (!hasPlace) {
                owner = newOwner;
                name = newName;
            }
        }

        @Override
        public void label(String label, String color, String description) {
            needPlace();
            putLabel(label, color, description);
        }

        @Override
        public void issue(ArchivedIssue issue) {
            if (issue.number() == 0 || !numbers.add(issue.number())) {
                leftOut++;
                return;
            }
            needPlace();
            if (!issue.pull() || mixesPulls()) {
                put(issue);
            }
            if (issue.pull()) {
                pulls++;
            } else {
                issues++;
            }
        }
    }
}
