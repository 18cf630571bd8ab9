package dev.issuelink.demo;

/** The demo's front door. */
public final class Main {
    private Main() {}

    /**
     * Runs the demo.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.out.println("demo: nothing to show yet");
    }
}
