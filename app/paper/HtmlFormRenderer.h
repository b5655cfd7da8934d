#pragma once

#include "app/domain/ports/Paper.h"
#include "app/paper/FormLibrary.h"

#include <QThreadPool>

namespace motcua::paper {

/// Makes the counter's paper from the templates of forms/print. Made on the GUI thread after the QGuiApplication, owned by
/// the composition root; render() may be called from any thread, also from several at once.
class HtmlFormRenderer : public domain::ports::FormRenderer {
public:
    /// `provincialDirectory`: templates there win over those of the program; empty: there are none.
    explicit HtmlFormRenderer(QString provincialDirectory = {});

    /// Further errors: "paper.bad-template" (form, line, reason), "paper.qr-too-long", "paper.no-font".
    /// With the value "ownSheet", true, its sheets are as PageSetup::onItsOwn() has them.
    base::Result<QByteArray> render(const domain::ports::Form& form, const QJsonObject& values) override;
    QFuture<base::Result<QByteArray>> renderApart(const domain::ports::Form& form, const QJsonObject& values) override;
    base::Result<QString> media(const domain::ports::Form& form) const override;
    base::Result<double> heightOf(const domain::ports::Form& form, const QJsonObject& values) const override;

private:
    FormLibrary m_library;
    qreal m_screenDpi;
    bool m_hasFont;
    QThreadPool m_apart; ///< last: what still renders needs the rest
};

}
