package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.data.Message;
import org.jspecify.annotations.Nullable;

/** The paths through a tree of messages from the root to each leaf, best-ranked first, cut to the last answer. */
final class OasstPaths {
    private static final int MOST_CHARS = 32 << 20;
    private static final int MOST_REJECTED = 16;

    private final List<Content> found = new ArrayList<>();
    private final Set<JsonNode> ends = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<JsonNode> path = new ArrayList<>();
    private final Set<String> used;
    private final String tree;
    private long chars;

    private OasstPaths(Set<String> used, String tree) {
        this.used = used;
        this.tree = tree;
    }

    /**
     * The records of a tree.
     *
     * @param root its first message, with nested replies
     * @param used fields of the row that hold it
     */
    static List<Content> of(JsonNode root, Set<String> used) throws UnusableException {
        if (OasstMessage.isDeleted(root)) {
            throw new UnusableException("deleted");
        }
        OasstPaths paths = new OasstPaths(used, OasstMessage.id(root, OasstMessage.ID));
        paths.walk(root);
        if (paths.found.isEmpty()) {
            throw new UnusableException("no-answer");
        }
        return paths.found;
    }

    /** As deep as the tree, and trees are never deeper than what JSON may nest. */
    private void walk(JsonNode message) throws UnusableException {
        path.add(message);
        List<JsonNode> replies = OasstMessage.replies(message);
        if (replies.isEmpty()) {
            addPath();
        }
        for (JsonNode reply : replies) {
            walk(reply);
        }
        path.remove(path.size() - 1);
    }

    /** Two questions after one answer lead to the same record; it is made once. */
    private void addPath() throws UnusableException {
        int last = path.size() - 1;
        while (last >= 0 && !OasstMessage.role(path.get(last)).equals(Roles.ASSISTANT)) {
            last--;
        }
        if (last >= 0 && ends.add(path.get(last))) {
            found.add(content(path.subList(0, last + 1)));
        }
    }

    private Content content(List<JsonNode> turns) throws UnusableException {
        List<Message> messages = new ArrayList<>();
        List<@Nullable Object> ranks = new ArrayList<>();
        for (JsonNode turn : turns) {
            String role = OasstMessage.role(turn);
            messages.add(new Message(role, counted(OasstMessage.text(turn))));
            if (role.equals(Roles.ASSISTANT)) {
                ranks.add(OasstMessage.isRanked(turn) ? OasstMessage.rank(turn) : null);
            }
        }
        JsonNode answer = turns.get(turns.size() - 1);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(OasstMessage.TREE, tree);
        OasstMessage.putRest(answer, meta);
        meta.put("ranks", ranks);
        List<String> worse = turns.size() < 2 ? List.of() : worse(answer, turns.get(turns.size() - 2));
        if (!worse.isEmpty()) {
            meta.put(Preference.REJECTED, worse);
        }
        String id = OasstMessage.id(answer, OasstMessage.ID);
        return new Content(id.isEmpty() ? null : id, null, messages, used, meta);
    }

    /** The answers to the same message that people ranked below this one. */
    private List<String> worse(JsonNode answer, JsonNode asked) throws UnusableException {
        List<String> worse = new ArrayList<>();
        if (!OasstMessage.isRanked(answer)) {
            return worse;
        }
        for (JsonNode other : OasstMessage.replies(asked)) {
            boolean below = OasstMessage.isRanked(other) && OasstMessage.rank(other) > OasstMessage.rank(answer);
            if (below && worse.size() < MOST_REJECTED) {
                worse.add(counted(OasstMessage.text(other)));
            }
        }
        return worse;
    }

    /** Many leaves below a long text would fill the memory with copies of it. */
    private String counted(String text) throws UnusableException {
        chars += text.length();
        if (chars > MOST_CHARS) {
            throw new UnusableException("tree-too-large");
        }
        return text;
    }
}
