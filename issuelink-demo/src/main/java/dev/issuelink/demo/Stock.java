package dev.issuelink.demo;

/**
 * What an archive brought into a tracker.
 *
 * @param pulls how many pull requests lie among the issues
 * @param pullsLeftBehind how many pull requests stayed in the archive, for the tracker keeps none among its issues
 * @param leftOut how many entries of the archive had no number of their own
 */
record Stock(int issues, int pulls, int pullsLeftBehind, int leftOut) {
    int entries() {
        return issues + pulls;
    }
}
