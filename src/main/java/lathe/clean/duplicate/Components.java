package lathe.clean.duplicate;

/** Connected components of numbered things; the smallest number of each is its root. Four bytes a thing. */
final class Components {
    private final int[] parents;

    Components(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The smallest of all that are connected with this; halves the way to it. */
    int root(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    void join(int left, int right) {
        int leftRoot = root(left);
        int rightRoot = root(right);
        parents[Math.max(leftRoot, rightRoot)] = Math.min(leftRoot, rightRoot);
    }

    /** The root of each; this object must not be used any more. */
    int[] roots() {
        // a parent is never larger than its child, so its root is known before
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parents[parents[i]];
        }
        return parents;
    }
}
