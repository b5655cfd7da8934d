#pragma once

#include "app/counter/ClockWatch.h"
#include "app/counter/Desk.h"
#include "app/domain/Decide.h"

#include <functional>

namespace motcua::counter {

/// What a command led to.
struct Carried {
    std::vector<domain::Event> events;
    domain::Dossier dossier; ///< after the events
};

/// What is decided on one dossier of several.
struct Batch {
    domain::DossierId dossier;
    std::vector<domain::Command> commands;
};

/// Carries commands out: replays the dossier from the journal, asks the domain, appends in one durable transaction, keeps the read
/// model in step and wakes the synchronisation. When somebody else appended first it replays again and tries once more.
/// Errors: the domain's, the journal's, those of mayRecord(), "platform.needs-newer-program" with kind: the province's program does
/// not read such a record; and "access.not-activated": nobody has bound the actor's key here. Owner: Counter. Thread: GUI.
class CommandRunner : public QObject {
    Q_OBJECT

public:
    CommandRunner(const Ports& ports, const Desk& desk, const ClockWatch& clock);

    /// Whether anything may be recorded in somebody's name now. Errors: "desk.nobody" and those of ClockWatch.
    base::Outcome mayRecord() const;

    /// Whether the machine's clock is believed. Errors: those of ClockWatch.
    base::Outcome checkClock() const { return m_clock.check(); }

    /// Whether what is recorded now is signed by whoever sits here.
    bool isSigned() const;

    base::Result<Carried> run(domain::DossierId dossier, const domain::Command& command);
    /// All of them in one transaction, or none; each is decided on the outcome of those before it. A draft that is named is gone
    /// in the same transaction.
    base::Result<Carried> run(domain::DossierId dossier, const std::vector<domain::Command>& commands, domain::DraftId draft = {});
    /// All of them on all of these dossiers in one transaction, or none: codes and numbers follow each other as if one dossier came after the other.
    /// An error of a dossier's own has `batch` in its detail: its place in the list, from 0.
    base::Result<std::vector<Carried>> runAll(const std::vector<Batch>& batches, domain::DraftId draft = {});
    /// Whether runAll() would go through now; nothing happens.
    base::Outcome checkAll(const std::vector<Batch>& batches) const;
    /// For each of them whether it would go through now, if all were carried out in this order and those left out that would not; nothing happens.
    std::vector<base::Outcome> outlook(const std::vector<Batch>& batches) const;
    /// What run() would lead to now, after those of `ahead` that would go through; nothing happens and no number is taken.
    base::Result<Carried> foresee(const Batch& batch, const std::vector<Batch>& ahead = {}) const;
    base::Result<Carried> foresee(domain::DossierId dossier, const domain::Command& command) const { return foresee({dossier, {command}}); }
    /// Carried out by the station itself, in nobody's name: only letting a dossier go.
    base::Result<Carried> runUnattended(domain::DossierId dossier, const domain::Release& command);
    /// Closes a volume of this station for the year, with the numbers of what waits. A draft that is named is gone in the same transaction.
    base::Outcome closeVolume(domain::VolumeId volume, const QString& reason = {}, domain::DraftId draft = {});
    /// Writes a line of a list of people, or strikes one out.
    base::Outcome list(const domain::PersonListed& said);
    /// By the station itself: numbers of the unit's books that it will not give. Nothing happens where there are none.
    base::Outcome giveBack(const std::vector<domain::NumbersBack>& numbers);
    /// What this station may give of the numbers of the unit's books.
    base::Result<domain::NumbersInHand> numbersInHand() const;
    /// How many numbers of a volume other desks may give, as far as is known here.
    void setOpenElsewhere(std::function<int(const domain::Volume&)> count) { m_openElsewhere = std::move(count); }
    /// Whether closeVolume() would go through now; nothing happens.
    base::Outcome checkClosing(domain::VolumeId volume) const;

    /// Whether run() would go through now; nothing happens.
    base::Outcome check(domain::DossierId dossier, const domain::Command& command) const { return check(dossier, std::vector{command}); }
    base::Outcome check(domain::DossierId dossier, const std::vector<domain::Command>& commands) const;

    /// Called before anything is decided on a dossier: what waits on it must be done first; null: what waits on any.
    void setBefore(std::function<void(domain::DossierId)> before) { m_before = std::move(before); }
    void doWhatWaits(domain::DossierId dossier = {}) const;

    /// The dossier as the journal has it. Error "dossier.unknown".
    base::Result<domain::Dossier> dossier(domain::DossierId id) const;

signals:
    /// Durable and replayed.
    void appended(const std::vector<motcua::domain::Event>& events);

private:
    base::Result<std::vector<Carried>> carryOut(const domain::Account& actor, const std::vector<Batch>& batches, domain::DraftId draft);
    base::Result<domain::Dossier> replay(domain::DossierId id) const;
    base::Result<std::vector<Carried>> decide(const domain::Account& actor, const std::vector<Batch>& batches) const;
    /// Where the next number of a book or series is taken.
    struct Place {
        std::optional<domain::Volume> volume;       ///< nothing: there is none
        std::optional<domain::NumberInHand> number; ///< of a unit's volume; nothing: none is in hand
    };
    /// What commands that are carried out together go on from: each takes its serial and its numbers after those before it.
    struct Course {
        int lastSerial = 0;                                      ///< of the codes given today
        std::vector<domain::ListedPerson> relatives = {};        ///< whom the actor has declared
        std::optional<std::vector<domain::Volume>> volumes = {}; ///< nothing: nobody has asked for them yet
        std::optional<domain::NumbersInHand> hand = {};          ///< the same
    };
    base::Result<Course> begin(const domain::Account& actor) const;
    /// `before`: what was decided in the same transaction, which a slip may stand for too.
    base::Result<Carried> decide(const domain::Account& actor, const Batch& batch, Course& course, const std::vector<Carried>& before = {}) const;
    /// The same, and the course stays where it was when it is refused.
    base::Result<Carried> attempt(const domain::Account& actor, const Batch& batch, Course& course) const;
    base::Result<Place> volumeFor(const domain::Dossier& dossier, const domain::Command& command, Course& course) const;
    /// Of the series that numbers the slip that a command makes.
    base::Result<Place> slipsFor(const domain::Command& command, Course& course) const;
    /// This year's open volume of a book or series in which this station writes: the unit's, else its own.
    base::Result<Place> openVolume(const QString& symbol, Course& course) const;
    base::Result<Place> inHand(const QString& symbol, const std::vector<domain::Volume>& open, Course& course) const;
    base::Result<std::optional<domain::Volume>> entryVolumeFor(const domain::Command& command) const;
    const domain::JobKind* jobFor(const domain::Dossier& dossier, const domain::Command& command) const;
    domain::Context contextFor(const domain::Account& actor, const domain::Volume* volume, int lastSerial) const;
    /// readable() and signable().
    base::Outcome permitted(const std::vector<domain::Event>& events) const;
    /// On disk, with the draft that they end, and read from there.
    base::Outcome record(const std::vector<domain::Event>& events, domain::DraftId draft = {});
    /// Whether the platform reads all that would be written: its lane would otherwise stand still until it is updated.
    base::Outcome readable(const std::vector<domain::Event>& events) const;
    /// Whether the actor signs what must be signed here. Errors: "access.not-activated".
    base::Outcome signable(const std::vector<domain::Event>& events) const;
    /// After what this station may still give of it has gone back.
    base::Result<std::vector<domain::Event>> closing(domain::VolumeId volume, const QString& reason) const;
    std::vector<domain::Event> returned(const std::vector<domain::NumbersBack>& numbers) const;
    base::Outcome catchUp();
    void settle(const std::vector<domain::Event>& events);

    Ports m_ports;
    const Desk& m_desk;
    const ClockWatch& m_clock;
    std::function<void(domain::DossierId)> m_before;
    std::function<int(const domain::Volume&)> m_openElsewhere;
    bool m_behind = false; ///< the read model missed an append and must catch up before it is asked for a number
};

}
