package kz.shanyraq.office.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts: an officer under a post, a citizen, the office itself, or nobody known.
public sealed interface Acting {

    /// Whether the one who acts may do this somewhere.
    default boolean may(Right right) {
        return switch (this) {
            case Officer officer -> Rights.of(officer.post().role()).contains(right);
            case Citizen citizen -> Rights.of(Role.CITIZEN).contains(right);
            case TheOffice office -> false;
            case Nobody nobody -> false;
        };
    }

    /// What the one who acts works for, if nothing else is said.
    default Purpose purpose() {
        return switch (this) {
            case Officer officer -> officer.post().role().purpose();
            case Citizen citizen -> Purpose.OWN_DATA;
            case TheOffice office -> Purpose.OPERATION;
            case Nobody nobody -> Purpose.OPERATION;
        };
    }

    /// Whether password or code were given in the last ten minutes.
    default boolean isStrong() {
        return switch (this) {
            case Officer officer -> officer.strong();
            case Citizen citizen -> citizen.strong();
            case TheOffice office -> false;
            case Nobody nobody -> false;
        };
    }

    /// An officer under a post.
    final class Officer implements Acting {
        private final UUID id;
        private final String name;
        private final String office;
        private final Post post;
        private final List<Post> posts;
        private final UUID session;
        private final boolean strong;
        private final Proof proof;

        Officer(
                UUID id,
                String name,
                String office,
                Post post,
                List<Post> posts,
                UUID session,
                boolean strong,
                Proof proof) {
            this.id = id;
            this.name = name;
            this.office = office;
            this.post = post;
            this.posts = List.copyOf(posts);
            this.session = session;
            this.strong = strong;
            this.proof = proof;
        }

        /// The account.
        public UUID id() {
            return id;
        }

        /// Name as it stands in the log.
        public String name() {
            return name;
        }

        /// The body that employs the officer.
        public String office() {
            return office;
        }

        /// The post under which the officer acts.
        public Post post() {
            return post;
        }

        /// All posts of today.
        public List<Post> posts() {
            return posts;
        }

        /// The session.
        public UUID session() {
            return session;
        }

        /// Whether password or code were given in the last ten minutes.
        public boolean strong() {
            return strong;
        }

        Proof proof() {
            return proof;
        }

        @Override
        public String toString() {
            return "Officer[" + id + ", " + post.role().word() + "]";
        }
    }

    /// A citizen.
    final class Citizen implements Acting {
        private final UUID account;
        private final long person;
        private final @Nullable Long family;
        private final UUID session;
        private final boolean strong;
        private final Proof proof;

        Citizen(UUID account, long person, @Nullable Long family, UUID session, boolean strong, Proof proof) {
            this.account = account;
            this.person = person;
            this.family = family;
            this.session = session;
            this.strong = strong;
            this.proof = proof;
        }

        /// The account.
        public UUID account() {
            return account;
        }

        /// The person in the registry.
        public long person() {
            return person;
        }

        /// The family, as the registry knew it at sign-in.
        public @Nullable Long family() {
            return family;
        }

        /// The session.
        public UUID session() {
            return session;
        }

        /// Whether password or code were given in the last ten minutes.
        public boolean strong() {
            return strong;
        }

        Proof proof() {
            return proof;
        }

        @Override
        public String toString() {
            return "Citizen[" + account + "]";
        }
    }

    /// The office itself: jobs, loads, commands. It has no rights on pages.
    record TheOffice() implements Acting {}

    /// Nobody known: before sign-in.
    record Nobody() implements Acting {}
}
