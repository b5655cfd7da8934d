#pragma once

#include "app/counter/PageSink.h"
#include "app/counter/Scanning.h"

namespace motcua::counter {

class CommandRunner;
class Desk;

/// One of the seated account's authorities, as it stands today.
struct OwnAuthority {
    static constexpr int soon = 14; ///< days before its end at which that is said

    domain::SigningAuthority authority;
    bool inForce = false;
    int daysLeft = -1; ///< days in which it is still in force, today among them; -1: it has no end, or is not in force
    bool endsSoon() const { return daysLeft >= 0 && daysLeft <= soon; }
};

/// The lists that a unit keeps of people: translators, specimen signatures of bodies' signers, and each signer's own relatives; and by what whoever
/// is seated may sign. Translators and specimens are seen by everybody at the counter, whose papers they are compared with; relatives by nobody but
/// the signer who declared them; all desks of the unit hold them sealed, as the signer may sit down at any of them, also without a line. Owner:
/// Counter. Thread: GUI.
class RosterDesk : public QObject, public PageSink {
    Q_OBJECT

public:
    RosterDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Scanning& scanning);

    std::vector<OwnAuthority> authorities() const;
    /// Of the list, by name; of relatives the seated account's own alone. `text`: words of name, number, body or language, with or without
    /// diacritics; empty: all.
    std::vector<domain::ListedLine> lines(domain::PersonList list, const QString& text = {}) const;
    bool mayWrite(domain::PersonList list) const;

    /// Writes a line; its id is given here, and of a specimen the pages that were taken. Errors: those of decideListing(), "list.no-number" (a
    /// relative's is not 12 digits), "list.no-pages", those of CommandRunner::run().
    base::Outcome add(domain::ListedPerson person);
    base::Outcome strikeOut(const domain::ListedPerson& person, const QString& reason);

    // The pages of the specimen that is being written down.
    base::Outcome scan();
    void importFiles(const QStringList& paths);
    const std::vector<domain::Page>& pages() const { return m_pages; }
    void dropPages();
    base::Result<QByteArray> page(const domain::BlobHash& blob) const { return m_ports.blobs.read(blob); }

    base::Outcome take(const domain::ports::ScannedPage& page) override;
    QString purpose() const override { return m_purpose; }

signals:
    void pagesChanged();
    void changed();

private:
    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Scanning& m_scanning;
    std::vector<domain::Page> m_pages;
    QString m_purpose; ///< another one for each specimen
};

}
