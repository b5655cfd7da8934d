#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>

namespace motcua::gateway {

/// Every connection of a listener, within bounds: in all, for each address and for each certificate. Where one is too many, the oldest of
/// those that nobody is being served by goes first: of a certificate's own, of those that have not said who they are, of all. So nobody
/// who holds connections keeps others out. Owned by Front; may be used by any thread.
class Connections {
public:
    static constexpr int ofStations = 8192;
    static constexpr int ofEnrolment = 512;
    /// Of all listeners of a program. What each holds in memory is set aside for so many.
    static constexpr int most = ofStations + ofEnrolment;

    struct Bounds {
        int all = ofStations;
        int strangers = 4096; ///< that have not shown a certificate yet
        int perAddress = 120;
        int perCertificate = 24;
        /// For so long after it came none is ended for one of another address, unless its address has more than `few`: where a certificate is
        /// anybody's, whoever comes has time to ask. Zero: nobody is spared.
        std::chrono::milliseconds spared{0};
        int few = 4;
    };
    /// One connection's place, as long as it lives.
    class Place {
    public:
        explicit Place(Connections& all) : m_all(all) {}
        ~Place() { leave(); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        /// False: there is no room for it. `end` asks the connection to end, after the answer if one is being served by it. Called from any thread,
        /// under a lock: it must only pass the word on, and not be the last to hold the connection.
        bool enter(const QByteArray& address, std::function<void()> end);
        /// It has shown whose it is. False: that one has too many that are all being served.
        bool certified(const QByteArray& certificate);
        void setServed(bool served);
        void leave();

    private:
        friend class Connections;
        enum class In { Nothing, Strangers, Idle, Served };
        Connections& m_all;
        std::function<void()> m_end;
        QByteArray m_address;
        QByteArray m_certificate;
        In m_in = In::Nothing;
        std::chrono::steady_clock::time_point m_came;
        std::list<Place*>::iterator m_at;
    };

    explicit Connections(const Bounds& bounds) : m_bounds(bounds) {}
    int count() const;
    /// Lets nobody in any more, and asks all that are there to end.
    void endAll();
    /// Waits for the last of them to leave. False: some are there still at that moment.
    bool waitForNone(std::chrono::steady_clock::time_point until);

private:
    using List = std::list<Place*>;
    List& listOf(Place::In in);
    void put(Place& place, Place::In in);
    void take(Place& place);
    bool endOldest(List& list, const std::function<bool(const Place&)>& fits);
    bool isSpared(const Place& place) const;

    Bounds m_bounds;
    mutable std::mutex m_mutex;
    std::condition_variable m_none;
    bool m_isClosed = false;
    int m_count = 0;
    List m_strangers; ///< the oldest first, as in the next
    List m_idle;
    List m_served; ///< and those that were asked to end
    QHash<QByteArray, int> m_ofAddress;
    QHash<QByteArray, int> m_ofCertificate;
};

}
