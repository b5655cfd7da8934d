#include "app/counter/PageActs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua::counter {

QString looseSheets() {
    return QStringLiteral("Giấy tờ kèm theo");
}

namespace {

/// It was made for pages alone.
bool isLoose(const domain::Paper& paper) {
    return paper.name == looseSheets() && !paper.required;
}

/// The row of `others` that is this one of `papers`: the first of its name, or the second, …; null: none.
domain::Paper* sameIn(std::vector<domain::Paper>& others, const std::vector<domain::Paper>& papers, size_t row) {
    const auto isNamesake = [&](const domain::Paper& each) { return each.name == papers[row].name; };
    auto before = std::count_if(papers.begin(), papers.begin() + static_cast<std::ptrdiff_t>(row), isNamesake);
    for (domain::Paper& each : others)
        if (isNamesake(each) && before-- == 0)
            return &each;
    return nullptr;
}

}

PageActs::PageActs(std::vector<domain::Paper>& papers, std::vector<CutPage>& cut) : m_papers(papers), m_cut(cut) {}

void PageActs::restart() {
    m_before.clear();
    m_current = 0;
}

void PageActs::tell() {
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_papers.size()) - 1));
    emit changed();
}

void PageActs::add(KeptPages kept) {
    m_before.clear();
    std::move(kept.cut.begin(), kept.cut.end(), std::back_inserter(m_cut));
    for (size_t i = 0; i < kept.pages.size(); ++i)
        addPage(std::move(kept.pages[i]), i < kept.codes.size() ? kept.codes[i] : QStringList());
    emit changed();
    emit acted();
}

void PageActs::addPage(domain::Page page, const QStringList& codes) {
    if (const auto separator = domain::separatorIn(codes)) {
        turnTo(*separator);
        return;
    }
    if (m_papers.empty())
        m_papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    domain::Paper& paper = m_papers[static_cast<size_t>(m_current)];
    paper.pages.push_back(std::move(page));
    paper.quantity = std::max(paper.quantity, 1);
}

void PageActs::turnTo(const domain::Separator& separator) {
    std::vector<domain::Paper>& papers = m_papers;
    const bool begun = !papers.empty() && !papers[static_cast<size_t>(m_current)].pages.empty();
    // A sheet before the first page separates it from nothing.
    const int wanted = separator.paper > 0 ? separator.paper - 1 : m_current + (begun ? 1 : 0);
    if (wanted >= static_cast<int>(papers.size())) {
        papers.push_back({looseSheets(), domain::PaperKind::Original, 0, false, false, {}});
        m_current = static_cast<int>(papers.size()) - 1;
    } else {
        m_current = wanted;
    }
}

void PageActs::setCurrent(int index) {
    if (index < 0 || index >= static_cast<int>(m_papers.size()))
        return;
    m_current = index;
    emit currentChanged();
}

/// Null where there is no such page.
std::vector<domain::Page>* PageActs::pagesOf(int paper, int page) {
    if (paper < 0 || paper >= static_cast<int>(m_papers.size()))
        return nullptr;
    auto& pages = m_papers[static_cast<size_t>(paper)].pages;
    return page >= 0 && page < static_cast<int>(pages.size()) ? &pages : nullptr;
}

void PageActs::remember() {
    constexpr size_t most = 50;
    m_before.push_back({m_papers, m_current});
    if (m_before.size() > most)
        m_before.erase(m_before.begin());
}

/// A paper that has pages was handed in.
void PageActs::done(int current) {
    for (domain::Paper& paper : m_papers)
        if (!paper.pages.empty())
            paper.quantity = std::max(paper.quantity, 1);
    m_current = current;
    emit changed();
    emit acted();
}

/// What all pages have left: a row that was there for them alone goes, one that they had ticked is ticked no more.
void PageActs::moved(int current) {
    const std::vector<domain::Paper>& before = m_before.back().papers;
    for (size_t row = before.size(); row-- > 0;) {
        if (before[row].pages.empty() || !m_papers[row].pages.empty())
            continue;
        if (isLoose(m_papers[row])) {
            m_papers.erase(m_papers.begin() + static_cast<std::ptrdiff_t>(row));
            current -= current > static_cast<int>(row) ? 1 : 0;
        } else if (m_papers[row].quantity == 1 && !m_papers[row].shownOnly) {
            m_papers[row].quantity = 0;
        }
    }
    done(std::clamp(current, 0, std::max(0, static_cast<int>(m_papers.size()) - 1)));
}

void PageActs::remove(int paper, int page) {
    auto* pages = pagesOf(paper, page);
    if (!pages)
        return;
    remember();
    pages->erase(pages->begin() + page);
    // A bad scan is done again; the paper lies there all the same.
    if (isLoose(m_papers[static_cast<size_t>(paper)]))
        moved(m_current);
    else
        done(m_current);
}

void PageActs::move(int paper, int from, int to) {
    auto* pages = pagesOf(paper, from);
    if (!pages || !pagesOf(paper, to) || from == to)
        return;
    remember();
    domain::Page moved = std::move((*pages)[static_cast<size_t>(from)]);
    pages->erase(pages->begin() + from);
    pages->insert(pages->begin() + to, std::move(moved));
    done(m_current);
}

void PageActs::splitAt(int paper, int page) {
    if (!pagesOf(paper, page))
        return;
    remember();
    const auto next = static_cast<size_t>(paper) + 1;
    if (next == m_papers.size())
        m_papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    auto& from = m_papers[next - 1].pages;
    auto& to = m_papers[next].pages;
    to.insert(to.begin(), std::make_move_iterator(from.begin() + page), std::make_move_iterator(from.end()));
    from.erase(from.begin() + page, from.end());
    moved(static_cast<int>(next));
}

void PageActs::joinToPrevious(int paper) {
    if (paper < 1 || !pagesOf(paper, 0))
        return;
    remember();
    auto& from = m_papers[static_cast<size_t>(paper)].pages;
    auto& to = m_papers[static_cast<size_t>(paper) - 1].pages;
    std::move(from.begin(), from.end(), std::back_inserter(to));
    from.clear();
    moved(paper - 1);
}

const domain::Page* PageActs::page(int paper, int page) const {
    if (paper < 0 || page < 0 || paper >= static_cast<int>(m_papers.size()))
        return nullptr;
    const auto& pages = m_papers[static_cast<size_t>(paper)].pages;
    return page < static_cast<int>(pages.size()) ? &pages[static_cast<size_t>(page)] : nullptr;
}

const CutPage* PageActs::cutOf(int paper, int page) const {
    const auto& papers = m_papers;
    if (paper < 0 || page < 0 || paper >= static_cast<int>(papers.size()) ||
        page >= static_cast<int>(papers[static_cast<size_t>(paper)].pages.size()))
        return nullptr;
    const domain::BlobHash& blob = papers[static_cast<size_t>(paper)].pages[static_cast<size_t>(page)].blob;
    const auto found =
        std::find_if(m_cut.begin(), m_cut.end(), [&blob](const CutPage& each) { return each.cut.blob == blob || each.whole.blob == blob; });
    return found == m_cut.end() ? nullptr : &*found;
}

void PageActs::swapCut(int paper, int page) {
    auto* pages = pagesOf(paper, page);
    const CutPage* cut = cutOf(paper, page);
    if (!pages || !cut)
        return;
    remember();
    domain::Page& shown = (*pages)[static_cast<size_t>(page)];
    shown = shown.blob == cut->cut.blob ? cut->whole : cut->cut;
    done(m_current);
}

void PageActs::replace(int paper, int page, domain::Page with, std::optional<CutPage> cut) {
    auto* pages = pagesOf(paper, page);
    if (!pages)
        return;
    remember();
    (*pages)[static_cast<size_t>(page)] = std::move(with);
    if (cut)
        m_cut.push_back(std::move(*cut));
    done(m_current);
}

void PageActs::undo() {
    if (m_before.empty())
        return;
    Before before = std::move(m_before.back());
    m_before.pop_back();
    m_papers = std::move(before.papers);
    done(before.current);
}

void PageActs::noteSaid(int paper) {
    const domain::Paper& said = m_papers[static_cast<size_t>(paper)];
    for (Before& before : m_before)
        if (domain::Paper* same = sameIn(before.papers, m_papers, static_cast<size_t>(paper))) {
            same->kind = said.kind;
            same->quantity = said.quantity;
            same->shownOnly = said.shownOnly;
        }
}

void PageActs::noteAdded() {
    for (Before& before : m_before)
        before.papers.push_back(m_papers.back());
}

}
