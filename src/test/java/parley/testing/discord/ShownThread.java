package parley.testing.discord;

import java.util.Set;

/** A thread as people see it. */
public record ShownThread(
        long id,
        long parent,
        String name,
        long owner,
        boolean archived,
        boolean locked,
        int autoArchiveMinutes,
        Set<Long> members) {}
