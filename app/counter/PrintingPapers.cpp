#include "app/base/Clock.h"
#include "app/counter/PrintValues.h"
#include "app/counter/Printing.h"
#include "app/counter/SlipsMade.h"
#include "app/domain/PersonName.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Dossier;
using domain::DossierId;

namespace {

/// The date by which the general papers of a dossier are looked up.
QDate dayOf(const Dossier& dossier, const Desk& desk) {
    return dossier.received.isValid() ? base::toVietnamTime(dossier.received).date() : desk.today();
}

bool isOffered(const domain::JobPaper& paper, const Dossier& dossier) {
    using domain::State;
    const auto is = [&](const char* offered) { return paper.offered == QLatin1String(offered); };
    if (is(domain::offer::accepted))
        return !dossier.code.isEmpty();
    // A dossier that was withdrawn meanwhile has been given both.
    if (is(domain::offer::supplementAsked))
        return dossier.state == State::SupplementAsked || dossier.state == State::Registered ||
               (dossier.state == State::Stopped && dossier.supplements > 0);
    if (is(domain::offer::refused))
        return dossier.state == State::Refused;
    if (is(domain::offer::paid))
        return dossier.collected > 0;
    if (is(domain::offer::numbered))
        return dossier.liveEntry() && dossier.state == State::Completed;
    return is(domain::offer::completed) && (dossier.state == State::Completed || dossier.state == State::HandedOver);
}

}

std::vector<domain::JobPaper> Printing::papersOf(const Dossier& dossier) const {
    std::vector<domain::JobPaper> papers = m_ports.archive.jobs().papersOf(dossier.job, dayOf(dossier, m_desk));
    takeForVisit(papers, dossier);
    return papers;
}

std::vector<domain::JobPaper> Printing::papersFor(const Dossier& dossier) const {
    std::vector<domain::JobPaper> papers = papersOf(dossier);
    std::erase_if(papers, [&](const domain::JobPaper& paper) { return !isOffered(paper, dossier); });
    return papers;
}

std::optional<domain::JobPaper> Printing::paperFor(const Dossier& dossier, const char* offered) const {
    for (domain::JobPaper& paper : papersFor(dossier))
        if (paper.offered == QLatin1String(offered))
            return std::move(paper);
    return std::nullopt;
}

domain::Wording Printing::nameOf(const QString& form, DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? m_ports.archive.jobs().paper(dossier->job, dayOf(*dossier, m_desk), form) : std::nullopt;
    return paper ? paper->name : domain::Wording{{QStringLiteral("vi"), form}};
}

std::vector<PrintablePaper> Printing::printable(const Dossier& dossier) const {
    std::vector<PrintablePaper> found;
    const auto history = m_ports.journal.history(dossier.id);
    for (const domain::JobPaper& paper : papersOf(dossier)) {
        std::vector<SlipMade> slips = history ? slipsMade(paper.offered, *history) : std::vector<SlipMade>();
        if (slips.empty() && isOffered(paper, dossier))
            found.push_back({paper});
        std::for_each(slips.rbegin(), slips.rend(), [&](const SlipMade& slip) { found.push_back({paper, slip.version, slip.number, slip.made}); });
    }
    std::stable_partition(found.begin(), found.end(), [&](const PrintablePaper& each) { return isOffered(each.paper, dossier); });
    return found;
}

QJsonObject Printing::said(const char* offered, DossierId id) const {
    const auto dossier = m_runner.dossier(id);
    const auto paper = dossier ? paperFor(*dossier, offered) : std::nullopt;
    QJsonObject values = paper ? valuesOf(*paper, *dossier, 0).value_or(QJsonObject()) : QJsonObject();
    values.remove(QStringLiteral("replaces"));
    return values;
}

base::Result<QJsonObject> Printing::valuesOf(const domain::JobPaper& paper, const Dossier& dossier, qint64 slip) const {
    const auto history = m_ports.journal.history(dossier.id);
    return history ? PrintValues(m_desk, m_ports.archive.catalogue())
                         .of(paper, dossier, *history, m_target.topOf(placeOf(dossier)), slip, visitOf(paper, dossier))
                   : base::fail(history.error());
}

QString Printing::placeOf(const Dossier& dossier) const {
    if (const domain::JobAttestation* variant = domain::attestationOf(m_ports.archive.jobs(), dossier.job))
        return variant->place;
    const std::vector<domain::JobPaper> papers = papersOf(dossier);
    const bool attests = std::any_of(papers.begin(), papers.end(), [](const domain::JobPaper& paper) { return paper.attests; });
    return attests ? QString::fromLatin1(domain::placed::lastPage) : QString();
}

bool Printing::isTopAsked(const Dossier& dossier) const {
    const QString place = placeOf(dossier);
    const bool isPlaced = !place.isEmpty() && place != QLatin1String(domain::placed::ownSheet);
    return isPlaced && m_target.pdfDirectory.isEmpty() && !knownTop(m_target.tops, m_target.queue, place);
}

void Printing::setTop(const QString& place, int top) {
    putTop(m_target.tops, {m_target.queue, place, std::clamp(top, AttestationTop::lowest, AttestationTop::highest)});
    emit targetChanged();
}

bool Printing::isStampedOverEdges(const Dossier& dossier) const {
    const QString place = placeOf(dossier);
    const QString sheets = dossier.facts.contains(QStringLiteral("sheets")) ? QStringLiteral("sheets") : QStringLiteral("pages");
    return place == QLatin1String(domain::placed::ownSheet) || (!place.isEmpty() && dossier.facts.value(sheets).toInt() > 1);
}

base::Result<PaperToSee> Printing::toSee(
    const domain::JobPaper& paper, const Dossier& dossier, const std::vector<domain::Event>& history, qint64 slip) const {
    auto values =
        PrintValues(m_desk, m_ports.archive.catalogue()).of(paper, dossier, history, m_target.topOf(placeOf(dossier)), slip, visitOf(paper, dossier));
    if (!values)
        return base::fail(values.error());
    domain::ports::Form form(paper.form, m_ports.archive.jobs().templateOf(dossier.job, dayOf(dossier, m_desk), paper.form));
    if (paper.attests && placeOf(dossier) != QLatin1String(domain::placed::ownSheet))
        moveIfTooTall(form, *values);
    return PaperToSee{paper, std::move(form), std::move(*values)};
}

base::Result<PaperToSee> Printing::attestationOf(const Carried& foreseen) const {
    const std::vector<domain::JobPaper> papers = papersFor(foreseen.dossier);
    const auto paper = std::find_if(papers.begin(), papers.end(), [](const domain::JobPaper& each) { return each.attests; });
    if (paper == papers.end())
        return base::fail(QStringLiteral("print.nothing-to-say"));
    auto history = m_ports.journal.history(foreseen.dossier.id);
    if (!history)
        return base::fail(history.error());
    history->insert(history->end(), foreseen.events.begin(), foreseen.events.end());
    return toSee(*paper, foreseen.dossier, *history, 0);
}

/// What does not fit below the place that the clerk has set would go on over the sheet's edge: it stands on a sheet of its own, and says so.
void Printing::moveIfTooTall(const domain::ports::Form& sheet, QJsonObject& values) const {
    // Printers of an office leave that much of A4 white.
    constexpr double printable = 1 - 10.0 / 297;
    const bool isPlaced = values.value(QStringLiteral("topMm")).toInt() > 0;
    if (!isPlaced || m_ports.forms.heightOf(sheet, values).value_or(0) <= printable)
        return;
    values.insert(QStringLiteral("topMm"), 0);
    values.insert(QStringLiteral("ownSheet"), true);
}

base::Result<Printing::Sheet> Printing::sheetOf(const WantedPaper& wanted, std::optional<int> copies) const {
    const auto dossier = m_runner.dossier(wanted.dossier);
    if (!dossier)
        return base::fail(dossier.error());
    const domain::Jobs& jobs = m_ports.archive.jobs();
    const QDate day = dayOf(*dossier, m_desk);
    const auto paper = jobs.paper(dossier->job, day, wanted.form);
    if (!paper)
        return base::fail(QStringLiteral("print.nothing-to-say"), {{QStringLiteral("form"), wanted.form}});
    const auto history = m_ports.journal.history(dossier->id);
    const auto sheet = history ? toSee(*paper, *dossier, *history, wanted.slip) : base::fail(history.error());
    if (!sheet)
        return base::fail(sheet.error());
    auto pdf = m_ports.forms.render(sheet->form, sheet->values);
    const auto media = pdf ? m_ports.forms.media(sheet->form) : base::fail(pdf.error());
    if (!media)
        return base::fail(media.error());
    const int owed = paper->attests ? dossier->job.attestations : paper->copies.isEmpty() ? 1 : dossier->facts.value(paper->copies).toInt(1);
    return Sheet{wanted, std::move(*pdf), *media, std::max(copies.value_or(owed), 1)};
}

/// Later slips have files of their own. What is one sheet for several papers of a visit is the first one's, whichever it is asked for.
WantedPaper Printing::wanted(const QString& form, DossierId id, qint64 slip) const {
    const auto dossier = m_runner.dossier(id);
    WantedPaper paper{form, id, {}, {}, dossier && !dossier->code.isEmpty() ? dossier->code : id.toString()};
    const auto about = dossier ? m_ports.archive.jobs().paper(dossier->job, dayOf(*dossier, m_desk), form) : std::nullopt;
    if (const auto ofVisit = about ? wantedOfVisit(*about, *dossier) : std::nullopt)
        return *ofVisit;
    const auto history = about ? m_ports.journal.history(id) : base::Result<std::vector<domain::Event>>(std::vector<domain::Event>());
    const std::vector<SlipMade> slips = about && history ? slipsMade(about->offered, *history) : std::vector<SlipMade>();
    const auto which = slip == 0 && !slips.empty()
                           ? std::prev(slips.end())
                           : std::find_if(slips.begin(), slips.end(), [slip](const SlipMade& each) { return each.version == slip; });
    if (which == slips.end())
        return paper;
    if (!which->of.isNull()) {
        const auto others = m_ports.journal.history(which->of);
        for (const SlipMade& each : others ? slipsMade(about->offered, *others) : std::vector<SlipMade>())
            if (each.of.isNull() && each.number == which->number)
                return wanted(form, which->of, each.version);
        return paper;
    }
    if (about->offered == QLatin1String(domain::offer::paid))
        paper.with = paidWith(*dossier, which->number);
    paper.slip = which->version;
    paper.slipNumber = which->number;
    if (which != slips.begin())
        paper.name += QLatin1Char(' ') + (which->number.isEmpty() ? QString::number(which->version) : which->number);
    return paper;
}

Printing::Sheet Printing::sheetOf(const BookSheet& book, QByteArray pdf) {
    return {book.paper, std::move(pdf), QStringLiteral("A4"), 1};
}

/// What took the place of each spoiled row, wherever it stands: where it is known.
std::map<BookPrint::Row, QString> Printing::replacementsIn(const std::vector<domain::BookEntry>& entries) const {
    std::map<BookPrint::Row, QString> found;
    for (const domain::BookEntry& entry : entries) {
        if (entry.spoiledReason.isEmpty())
            continue;
        const auto dossier =
            m_ports.archive.dossierOfEntry(entry.volume, entry.number).and_then([this](DossierId id) { return m_runner.dossier(id); });
        const domain::BookEntry* next = dossier ? dossier->entryAfter(entry) : nullptr;
        if (next)
            found[{entry.volume, entry.number}] = QStringLiteral("số %1, quyển số %2").arg(next->numberLabel, next->volumeLabel);
    }
    return found;
}

/// When each spoiled row was struck out and by whom: what the column has no room to sign is said there (certification.md §9).
std::map<BookPrint::Row, QString> Printing::spoilingsIn(const std::vector<domain::BookEntry>& entries) const {
    std::map<BookPrint::Row, QString> found;
    for (const domain::BookEntry& entry : entries) {
        if (entry.spoiledReason.isEmpty())
            continue;
        const auto history =
            m_ports.archive.dossierOfEntry(entry.volume, entry.number).and_then([this](DossierId id) { return m_ports.journal.history(id); });
        for (const domain::Event& event : history.value_or(std::vector<domain::Event>())) {
            const auto* spoiled = std::get_if<domain::EntrySpoiled>(&event.body);
            if (!spoiled || spoiled->volume != entry.volume || spoiled->number != entry.number)
                continue;
            const QString day = QStringLiteral("ngày ") + base::toVietnamTime(event.at).toString(QStringLiteral("dd/MM/yyyy"));
            const QString who = m_desk.nameOf(event.actor);
            found[{entry.volume, entry.number}] = who.isEmpty() ? day : day + QStringLiteral(", ") + domain::wholeName(who);
        }
    }
    return found;
}

base::Result<Printing::BookSheet> Printing::book(domain::VolumeId volume, QDate month) const {
    const auto volumes = m_ports.archive.volumes();
    if (!volumes)
        return base::fail(volumes.error());
    const std::vector<BookOfYear> books = booksOf(*volumes);
    const auto year = std::find_if(books.begin(), books.end(), [volume](const BookOfYear& book) { return book.find(volume); });
    if (year == books.end())
        return base::fail(QStringLiteral("book.unknown-volume"));
    std::vector<domain::BookEntry> rows;
    std::vector<domain::OffRow> allOff;
    for (const domain::Volume& each : year->volumes) {
        auto entries = m_ports.archive.entries(each.id);
        const auto off = entries ? m_ports.archive.writtenOff(each.id) : base::fail(entries.error());
        if (!off)
            return base::fail(off.error());
        const auto gone = domain::offRows(each, domain::takenIn(*entries), *off, m_ports.archive.settings());
        for (domain::BookEntry& row : domain::withWrittenOff(std::move(*entries), gone, each))
            rows.push_back(std::move(row));
        allOff.insert(allOff.end(), gone.begin(), gone.end());
    }
    const domain::Jobs& jobs = m_ports.archive.jobs();
    const QDate day = lastDayOf(*year, m_desk.today());
    const domain::JobKind* const job = jobs.ofBook(year->symbol, day);
    if (!job)
        return base::fail(QStringLiteral("book.unknown"), {{QStringLiteral("symbol"), year->symbol}});
    const QString label = month.isValid() ? year->label() + month.toString(QStringLiteral("-MM")) : year->label();
    return BookSheet{{job->book->form, {}, year->volumes.front().id, month, label}, jobs.bookTemplate(year->symbol, day),
        PrintValues(m_desk, m_ports.archive.catalogue())
            .ofBook({job, *job->book, *year, rows, month, replacementsIn(rows), spoilingsIn(rows), allOff})};
}

base::Result<QByteArray> Printing::preview(const QString& form, DossierId dossier, qint64 slip) const {
    return sheetOf(wanted(form, dossier, slip), 1).map([](Sheet sheet) { return std::move(sheet.pdf); });
}

QFuture<base::Result<QByteArray>> Printing::previewBook(domain::VolumeId volume, QDate month) const {
    const auto rows = book(volume, month);
    if (!rows)
        return QtFuture::makeReadyFuture(base::Result<QByteArray>(base::fail(rows.error())));
    return m_ports.forms.renderApart({rows->paper.form, rows->html}, rows->values);
}

}
