#pragma once

#include "app/base/Error.h"
#include "app/paper/PageSetup.h"

#include <QTextDocument>

#include <optional>

namespace motcua::paper {

/// A form laid out for one printer's resolution. Pictures are made here, never loaded: "qr:TEXT" is a QR code and "rule:" a
/// black line, so a template can reach no file and no network. Owned by one rendering; one thread.
///
/// Lengths in a template's style, width and height are in mm. QTextDocument knows only the screen's pixels, whose size
/// differs between desktops, so they are turned into the pixels of this machine.
class PaperDocument : public QTextDocument {
    Q_OBJECT

public:
    explicit PaperDocument(qreal screenDpi);

    void compose(const QString& html, const PageSetup& page, QPaintDevice* device);

    /// What went wrong while a picture was made, if anything did.
    const std::optional<base::Error>& fault() const { return m_fault; }

protected:
    QVariant loadResource(int type, const QUrl& url) override;

private:
    QString inPixels(const QString& html) const;

    qreal m_screenDpi;
    std::optional<base::Error> m_fault;
};

}
