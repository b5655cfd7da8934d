#pragma once

#include "app/capture/HelperPages.h"
#include "app/ui/widgets/DotsImage.h"

#include <QTest>

namespace motcua::test {

/// The real helper, for tests that look at what is shown.
class RealPages {
public:
    capture::HelperPages pages{{.program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-scan")}};

    /// The first page as large as it is; null: it is not drawn, and `error` says why.
    QImage picture(const QByteArray& content) {
        QImage image;
        error = {};
        const auto file = pages.open(content);
        QObject::connect(
            file.get(), &domain::ports::OpenPages::drawn, file.get(), [&](const domain::ports::DrawnPage& page) { image = ui::imageOf(page.dots); });
        QObject::connect(file.get(), &domain::ports::OpenPages::failed, file.get(), [&](const base::Error& why) { error = why; });
        file->draw({0, domain::ports::Dots::longestSide});
        (void)QTest::qWaitFor([&] { return !image.isNull() || !error.code.isEmpty(); }, patience);
        return image;
    }

    base::Error error;

private:
    static constexpr int patience = 30'000;
};

}
