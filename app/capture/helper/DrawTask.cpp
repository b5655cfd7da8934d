#include "app/capture/helper/DrawTask.h"

#include "app/capture/helper/DrawnFile.h"
#include "app/capture/helper/HelperLink.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::capture::helper {

base::Outcome drawPages(Link& link) {
    const auto content = link.next();
    // Nobody needed this one.
    if (!content)
        return base::done();
    if (content->type != MessageType::Content)
        return base::fail(QStringLiteral("import.damaged"), {{QStringLiteral("reason"), QStringLiteral("order")}});
    const auto file = DrawnFile::open(content->payload);
    if (!file)
        return base::fail(file.error());
    while (const auto message = link.next()) {
        const auto order = base::fromJson<DrawOrder>(QJsonDocument::fromJson(message->payload).object());
        const int last = (*file)->pages() - 1;
        const int page = order.page < 0 ? last : std::min(order.page, last);
        auto dots = (*file)->draw(page, std::max(1, order.width));
        if (!dots)
            return base::fail(dots.error());
        link.picture({std::move(*dots), page, (*file)->pages()});
    }
    return base::done();
}

}
