#pragma once

#include "app/base/Result.h"
#include "app/domain/Calendar.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Dossier.h"
#include "app/domain/PersonLists.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/Jobs.h"
#include "app/domain/numbers/NumberRun.h"

#include <map>
#include <optional>
#include <vector>

namespace motcua::domain::ports {

/// One line of a list of dossiers.
struct DossierRow {
    DossierId id;
    QString code; ///< empty until accepted
    QString applicant;
    QString personalId; ///< identityNumber(): a passport's or a tax number where there is no personal one; in full, screens mask it
    QString phone;
    QString procedureCode;
    QString procedureName;
    State state = State::None;
    MoneyState money = MoneyState::Nothing;
    DeliveryState delivery = DeliveryState::Waiting;
    StationId holder;
    UserId receivedBy;
    QDateTime received;
    QDateTime due;
    QDate supplementUntil; ///< as in Dossier
    bool closed = false;
    bool unsent = false; ///< the province does not have all of it yet
    QString returnReason;
    bool numberLost = false;        ///< lostItsNumber(): it waits to be approved anew
    bool needsNewerProgram = false; ///< a newer program wrote records about it: code and state are what could be made out
    VisitId visit = {};             ///< as in Request
};

struct DossierFilter {
    std::vector<State> states = {}; ///< empty: all
    std::optional<bool> closed = {};
    QString procedureCode = {};
    UserId receivedBy = {};
    QDate receivedOn = {};
    VisitId visit = {};               ///< only its papers; null: all
    bool numberLost = false;          ///< only those that lost their number
    bool oldestDeadlineFirst = false; ///< else newest first
    int limit = 200;                  ///< 1–1000
    int offset = 0;
};

/// A row of a book as far as a list of thousands needs it; the rest is read when it is looked at.
struct BookLine {
    EntryReference entry;
    QDate date;
    UserId signer;
    bool spoiled = false;
    bool noted = false; ///< something stands beside it
    int copies = 0;
    qint64 fee = 0;
    qint64 revision = 0; ///< another one when the row was written anew since
};

/// The read model: what screens show. Folded from the journal, never the truth itself.
class Archive {
public:
    virtual ~Archive() = default;
    virtual base::Result<std::vector<DossierRow>> dossiers(const DossierFilter& filter) const = 0;
    /// Name of the applicant, its representative or proxy, with or without diacritics (đ included), their numbers, passport number and state, tax
    /// code, dossier code, phone, document; several words narrow down. Newest first; at most `limit` (1–100).
    virtual base::Result<std::vector<DossierRow>> search(const QString& text, int limit) const = 0;
    virtual base::Result<Dossier> dossier(DossierId id) const = 0;
    virtual base::Result<std::vector<Volume>> volumes() const = 0;
    virtual base::Result<Volume> volume(VolumeId id) const = 0;
    /// In the order of their numbers.
    virtual base::Result<std::vector<BookEntry>> entries(VolumeId volume) const = 0;
    /// The same, as a list needs them.
    virtual base::Result<std::vector<BookLine>> lines(VolumeId volume) const = 0;
    /// Error "book.unknown-entry".
    virtual base::Result<BookEntry> entry(VolumeId volume, int number) const = 0;
    /// The dossier whose entry took the number. Error "book.unknown-entry".
    virtual base::Result<DossierId> dossierOfEntry(VolumeId volume, int number) const = 0;
    /// The last dossier serial this station used on `day` (Viet Nam time); 0: none.
    virtual base::Result<int> lastSerial(QDate day) const = 0;
    virtual base::Result<std::map<State, int>> countsByState() const = 0;

    // Of a unit whose books have one run of numbers.
    /// The leases of this station of which it may still give numbers.
    virtual base::Result<std::vector<HeldLease>> numbers() const { return std::vector<HeldLease>(); }
    /// What this station took of a volume, on the last ten days on which it took any; the newest first.
    virtual base::Result<std::vector<DayUse>> numberUse(VolumeId) const { return std::vector<DayUse>(); }
    /// What nobody will give any more of a volume, as far as was heard; in the order in which it was.
    virtual base::Result<std::vector<NumbersOff>> writtenOff(VolumeId) const { return std::vector<NumbersOff>(); }

    /// The unit's lists of people, as far as was heard.
    virtual const PersonLists& personLists() const {
        static const PersonLists none;
        return none;
    }

    // What the province published, newest version.
    virtual const Catalogue& catalogue() const = 0;
    /// Every version, those that come with the program included.
    virtual const Jobs& jobs() const = 0;
    virtual const UnitSettings& settings() const = 0;
    virtual const Calendar& calendar() const = 0;
    virtual const std::vector<Account>& accounts() const = 0;
    virtual const CodeRange& codeRange() const = 0;
};

}
