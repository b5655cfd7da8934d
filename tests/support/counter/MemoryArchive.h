#pragma once

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/ports/Archive.h"
#include "app/domain/ports/Projection.h"
#include "tests/support/counter/MemoryJournal.h"

namespace motcua::test {

/// The read model replayed afresh from a MemoryJournal at every question: slow, and never wrong.
class MemoryArchive final : public domain::ports::Archive, public domain::ports::Projection {
public:
    explicit MemoryArchive(const MemoryJournal& journal) : m_journal(journal) {}

    base::Result<std::vector<domain::ports::DossierRow>> dossiers(const domain::ports::DossierFilter& filter) const override;
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString& text, int limit) const override;
    base::Result<domain::Dossier> dossier(domain::DossierId id) const override;
    base::Result<std::vector<domain::Volume>> volumes() const override;
    base::Result<domain::Volume> volume(domain::VolumeId id) const override;
    base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId volume) const override;
    base::Result<std::vector<domain::ports::BookLine>> lines(domain::VolumeId volume) const override;
    base::Result<domain::BookEntry> entry(domain::VolumeId volume, int number) const override;
    base::Result<domain::DossierId> dossierOfEntry(domain::VolumeId volume, int number) const override;
    base::Result<int> lastSerial(QDate day) const override;
    base::Result<std::map<domain::State, int>> countsByState() const override;
    /// Those of `leases`, less what the journal says of them.
    base::Result<std::vector<domain::HeldLease>> numbers() const override;
    base::Result<std::vector<domain::NumbersOff>> writtenOff(domain::VolumeId volume) const override;
    const domain::Catalogue& catalogue() const override { return published.catalogue; }
    const domain::PersonLists& personLists() const override;
    const domain::Jobs& jobs() const override { return published.jobs; }
    const domain::UnitSettings& settings() const override { return published.settings; }
    const domain::Calendar& calendar() const override { return published.calendar; }
    const std::vector<domain::Account>& accounts() const override { return published.accounts; }
    const domain::CodeRange& codeRange() const override { return published.range; }

    base::Outcome apply(const std::vector<domain::Event>& events) override;
    base::Outcome refresh() override;

    struct Published {
        domain::Catalogue catalogue;
        domain::Jobs jobs = domain::builtInJobs();
        domain::UnitSettings settings;
        domain::Calendar calendar;
        std::vector<domain::Account> accounts;
        domain::CodeRange range;
        std::vector<domain::Volume> volumes;
    } published;
    std::vector<domain::HeldLease> leases; ///< as the keeper told of them
    std::vector<domain::NumbersOff> off;   ///< the same
    int refreshes = 0;
    bool failApply = false;

private:
    std::vector<domain::Dossier> all() const;
    domain::ports::DossierRow listed(const domain::Dossier& dossier) const;

    const MemoryJournal& m_journal;
    mutable domain::PersonLists m_lists;
};

}
