// The checklist of an intake and the pages that were scanned for it.

#include "app/counter/IntakeForm.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/PaperNeed.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Paper;

namespace {

/// As on form 01, for pages that belong to no named paper.
QString looseSheets() {
    return QStringLiteral("Giấy tờ kèm theo");
}

/// The catalogue names a paper's kind by how its name begins ("bản sao cần chứng thực").
domain::PaperKind kindOf(const QString& paper) {
    return domain::fold(paper).startsWith(QLatin1String("ban sao")) ? domain::PaperKind::Copy : domain::PaperKind::Original;
}

/// A paper that is looked at and given back: of a kind of job that copies originals, each of them; else where the catalogue says so.
bool isShown(const QString& paper, const domain::JobKind* job) {
    if (kindOf(paper) != domain::PaperKind::Original)
        return false;
    return (job && job->originalsShown) || domain::isPaperToShow(paper);
}

}

/// The checklist of the chosen procedure. Pages that were scanned before stay with the intake.
void IntakeForm::fillPapers() {
    std::vector<domain::Page> pages;
    for (Paper& paper : m_content.papers)
        std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    m_content.papers.clear();
    m_pagesBefore.clear();
    m_currentPaper = 0;
    // Originals that are shown and given back are never missing from the file.
    const bool shown = job() && job()->originalsShown;
    if (const domain::Procedure* chosen = procedure())
        for (const QString& name : domain::papersToHandIn(*chosen)) {
            const bool required = domain::needOf(name) == domain::PaperNeed::Always;
            m_content.papers.push_back({name, kindOf(name), shown && required ? 1 : 0, required, isShown(name, job()), {}});
        }
    if (pages.empty())
        return;
    if (m_content.papers.empty())
        m_content.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    m_content.papers.front().pages = std::move(pages);
    m_content.papers.front().quantity = std::max(m_content.papers.front().quantity, 1);
}

void IntakeForm::setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly) {
    if (index < 0 || index >= static_cast<int>(m_content.papers.size()))
        return;
    Paper& paper = m_content.papers[static_cast<size_t>(index)];
    paper.kind = kind;
    paper.quantity = std::max(quantity, 0);
    paper.shownOnly = shownOnly;
    touch();
}

void IntakeForm::addPaper(const QString& name) {
    const QString tidy = domain::tidied(name);
    if (tidy.isEmpty())
        return;
    m_content.papers.push_back({tidy, domain::PaperKind::Original, 1, false, false, {}});
    touch();
}

void IntakeForm::addPages(std::vector<domain::Page> pages, const std::vector<QStringList>& codes, std::vector<CutPage> cut) {
    m_pagesBefore.clear();
    std::move(cut.begin(), cut.end(), std::back_inserter(m_content.cut));
    for (size_t i = 0; i < pages.size(); ++i)
        addPage(std::move(pages[i]), i < codes.size() ? codes[i] : QStringList());
    emit pagesChanged();
    touch();
}

void IntakeForm::addPage(domain::Page page, const QStringList& codes) {
    if (const auto separator = domain::separatorIn(codes)) {
        turnTo(*separator);
        return;
    }
    if (m_content.papers.empty())
        m_content.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    Paper& paper = m_content.papers[static_cast<size_t>(m_currentPaper)];
    paper.pages.push_back(std::move(page));
    paper.quantity = std::max(paper.quantity, 1);
    if (m_content.applicant.name.isEmpty())
        for (const QString& code : codes)
            if (applyCardQr(code))
                break;
}

void IntakeForm::turnTo(const domain::Separator& separator) {
    std::vector<Paper>& papers = m_content.papers;
    const bool begun = !papers.empty() && !papers[static_cast<size_t>(m_currentPaper)].pages.empty();
    // A sheet before the first page separates it from nothing.
    const int wanted = separator.paper > 0 ? separator.paper - 1 : m_currentPaper + (begun ? 1 : 0);
    if (wanted >= static_cast<int>(papers.size())) {
        papers.push_back({looseSheets(), domain::PaperKind::Original, 0, false, false, {}});
        m_currentPaper = static_cast<int>(papers.size()) - 1;
    } else {
        m_currentPaper = wanted;
    }
    touch();
}

void IntakeForm::setCurrentPaper(int index) {
    if (index < 0 || index >= static_cast<int>(m_content.papers.size()))
        return;
    m_currentPaper = index;
    emit changed();
}

/// Null where there is no such page.
std::vector<domain::Page>* IntakeForm::pagesOf(int paper, int page) {
    if (paper < 0 || paper >= static_cast<int>(m_content.papers.size()))
        return nullptr;
    auto& pages = m_content.papers[static_cast<size_t>(paper)].pages;
    return page >= 0 && page < static_cast<int>(pages.size()) ? &pages : nullptr;
}

void IntakeForm::rememberPages() {
    constexpr size_t most = 50;
    std::vector<std::vector<domain::Page>> lying;
    for (const Paper& paper : m_content.papers)
        lying.push_back(paper.pages);
    m_pagesBefore.push_back(std::move(lying));
    if (m_pagesBefore.size() > most)
        m_pagesBefore.erase(m_pagesBefore.begin());
}

/// A paper that has pages was handed in.
void IntakeForm::pagesDone(int currentPaper) {
    for (Paper& paper : m_content.papers)
        if (!paper.pages.empty())
            paper.quantity = std::max(paper.quantity, 1);
    m_currentPaper = currentPaper;
    emit pagesChanged();
    touch();
}

void IntakeForm::removePage(int paper, int page) {
    auto* pages = pagesOf(paper, page);
    if (!pages)
        return;
    rememberPages();
    pages->erase(pages->begin() + page);
    pagesDone(m_currentPaper);
}

void IntakeForm::movePage(int paper, int from, int to) {
    auto* pages = pagesOf(paper, from);
    if (!pages || !pagesOf(paper, to) || from == to)
        return;
    rememberPages();
    domain::Page moved = std::move((*pages)[static_cast<size_t>(from)]);
    pages->erase(pages->begin() + from);
    pages->insert(pages->begin() + to, std::move(moved));
    pagesDone(m_currentPaper);
}

void IntakeForm::splitAt(int paper, int page) {
    if (!pagesOf(paper, page))
        return;
    rememberPages();
    const auto next = static_cast<size_t>(paper) + 1;
    if (next == m_content.papers.size())
        m_content.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    auto& from = m_content.papers[next - 1].pages;
    auto& to = m_content.papers[next].pages;
    to.insert(to.begin(), std::make_move_iterator(from.begin() + page), std::make_move_iterator(from.end()));
    from.erase(from.begin() + page, from.end());
    pagesDone(static_cast<int>(next));
}

void IntakeForm::joinToPrevious(int paper) {
    if (paper < 1 || !pagesOf(paper, 0))
        return;
    rememberPages();
    auto& from = m_content.papers[static_cast<size_t>(paper)].pages;
    auto& to = m_content.papers[static_cast<size_t>(paper) - 1].pages;
    std::move(from.begin(), from.end(), std::back_inserter(to));
    from.clear();
    pagesDone(paper - 1);
}

const CutPage* IntakeForm::cutOf(int paper, int page) const {
    const auto& papers = m_content.papers;
    if (paper < 0 || page < 0 || paper >= static_cast<int>(papers.size()) ||
        page >= static_cast<int>(papers[static_cast<size_t>(paper)].pages.size()))
        return nullptr;
    const domain::BlobHash& blob = papers[static_cast<size_t>(paper)].pages[static_cast<size_t>(page)].blob;
    const auto found = std::find_if(
        m_content.cut.begin(), m_content.cut.end(), [&blob](const CutPage& each) { return each.cut.blob == blob || each.whole.blob == blob; });
    return found == m_content.cut.end() ? nullptr : &*found;
}

void IntakeForm::swapCut(int paper, int page) {
    auto* pages = pagesOf(paper, page);
    const CutPage* cut = cutOf(paper, page);
    if (!pages || !cut)
        return;
    rememberPages();
    domain::Page& shown = (*pages)[static_cast<size_t>(page)];
    shown = shown.blob == cut->cut.blob ? cut->whole : cut->cut;
    pagesDone(m_currentPaper);
}

void IntakeForm::replacePage(int paper, int page, domain::Page with, std::optional<CutPage> cut) {
    auto* pages = pagesOf(paper, page);
    if (!pages)
        return;
    rememberPages();
    (*pages)[static_cast<size_t>(page)] = std::move(with);
    if (cut)
        m_content.cut.push_back(std::move(*cut));
    pagesDone(m_currentPaper);
}

/// Kind and quantity of a paper stay as they are by now.
void IntakeForm::undoPages() {
    if (m_pagesBefore.empty())
        return;
    const auto lying = std::move(m_pagesBefore.back());
    m_pagesBefore.pop_back();
    for (size_t i = 0; i < m_content.papers.size(); ++i)
        m_content.papers[i].pages = i < lying.size() ? lying[i] : std::vector<domain::Page>();
    pagesDone(m_currentPaper);
}

}
