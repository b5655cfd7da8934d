#include "app/counter/SupplementMerge.h"

#include <algorithm>

namespace motcua::counter {

using domain::Page;
using domain::Paper;

namespace {

bool has(const std::vector<Page>& pages, const Page& page) {
    return std::any_of(pages.begin(), pages.end(), [&](const Page& each) { return each.blob == page.blob; });
}

/// The paper of this name, at its old place if it stands there.
Paper* sameIn(std::vector<Paper>& papers, size_t place, const QString& name) {
    if (place < papers.size() && papers[place].name == name)
        return &papers[place];
    const auto found = std::find_if(papers.begin(), papers.end(), [&](const Paper& each) { return each.name == name; });
    return found != papers.end() ? &*found : nullptr;
}

/// What was changed in it since `before`.
void change(Paper& paper, const Paper& before, const Paper& gathered) {
    if (gathered.kind != before.kind)
        paper.kind = gathered.kind;
    if (gathered.shownOnly != before.shownOnly)
        paper.shownOnly = gathered.shownOnly;
    if (gathered.quantity != before.quantity)
        paper.quantity = paper.quantity == before.quantity ? gathered.quantity : std::max(paper.quantity, gathered.quantity);
    std::erase_if(paper.pages, [&](const Page& page) { return has(before.pages, page) && !has(gathered.pages, page); });
    std::copy_if(gathered.pages.begin(), gathered.pages.end(), std::back_inserter(paper.pages),
        [&](const Page& page) { return !has(before.pages, page) && !has(paper.pages, page); });
}

}

bool differ(const std::vector<Paper>& left, const std::vector<Paper>& right) {
    return base::toJsonValue(left) != base::toJsonValue(right);
}

std::vector<Paper> begunOn(const std::vector<Paper>& now, const std::vector<Paper>& gathered) {
    std::vector<Paper> begun;
    for (size_t place = 0; place < std::min(now.size(), gathered.size()) && now[place].name == gathered[place].name; ++place) {
        begun.push_back(now[place]);
        std::erase_if(begun.back().pages, [&](const Page& page) { return !has(gathered[place].pages, page); });
    }
    return begun;
}

std::vector<Paper> laidOn(std::vector<Paper> now, const std::vector<Paper>& before, const std::vector<Paper>& gathered) {
    for (size_t place = 0; place < gathered.size(); ++place) {
        const Paper& each = gathered[place];
        const bool stoodThere = place < before.size();
        if (Paper* same = stoodThere ? sameIn(now, place, each.name) : nullptr)
            change(*same, before[place], each);
        else if (!stoodThere || differ({each}, {before[place]}))
            now.push_back(each);
    }
    return now;
}

}
