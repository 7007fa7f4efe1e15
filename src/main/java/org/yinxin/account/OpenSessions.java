package org.yinxin.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions of one person, wherever they are signed in. */
@Service
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AccountBook book;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, AccountBook book) {
        this.sessions = sessions;
        this.book = book;
    }

    /** The present one first, then the latest used. */
    public List<OpenSession> of(UUID personId, String currentId) {
        return living(personId)
                .map(session -> view(session, currentId))
                .sorted(Comparator.comparing(OpenSession::current)
                        .thenComparing(OpenSession::lastUsed)
                        .reversed())
                .toList();
    }

    /** Ends all but the present session; says how many there were. */
    public int endOthers(UUID personId, String currentId, Origin origin) {
        List<String> others = living(personId)
                .map(Session::getId)
                .filter(id -> !id.equals(currentId))
                .toList();
        others.forEach(sessions::deleteById);
        if (!others.isEmpty()) {
            book.enter(personId, AccountEventKind.OTHER_SESSIONS_ENDED, origin);
        }
        return others.size();
    }

    void endAll(UUID personId) {
        living(personId).map(Session::getId).toList().forEach(sessions::deleteById);
    }

    private Stream<? extends Session> living(UUID personId) {
        Map<String, ? extends Session> found = sessions.findByPrincipalName(personId.toString());
        return found.values().stream().filter(session -> !session.isExpired());
    }

    private static OpenSession view(Session session, String currentId) {
        @Nullable SessionTrace trace = session.getAttribute(SessionTrace.ATTRIBUTE);
        return new OpenSession(
                trace == null ? session.getCreationTime() : trace.since(),
                session.getLastAccessedTime(),
                trace == null ? "" : trace.origin().browser(),
                trace == null ? "" : trace.origin().address(),
                session.getId().equals(currentId));
    }
}
