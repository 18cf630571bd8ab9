package dev.issuelink.core.internal.guard.text;

import java.util.Arrays;

/** An unwrapped reading, and where in it lines were joined. */
public final class Unwrapped {
    private final View view;
    private final int[] positions;
    private final boolean[] longLines;

    Unwrapped(View view, int[] joints) {
        this.view = view;
        this.positions = Arrays.stream(joints).map(Math::abs).toArray();
        this.longLines = new boolean[joints.length];
        for (var i = 0; i < joints.length; i++) {
            longLines[i] = joints[i] > 0;
        }
    }

    /** The reading. */
    public View view() {
        return view;
    }

    /** Tells if no line was joined with another. */
    public boolean isPlain() {
        return positions.length == 0;
    }

    /** How many lines were joined. */
    public int joints() {
        return positions.length;
    }

    /** The number of the first joint after a position of the reading; {@link #joints()} if there is none. */
    public int jointAfter(int position) {
        var found = Arrays.binarySearch(positions, position + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** Where in the reading the second line of a joint begins. */
    public int position(int joint) {
        return positions[joint];
    }

    /** Tells if the first line of a joint is so long that it looks wrapped. */
    public boolean isWrapped(int joint) {
        return longLines[joint];
    }
}
