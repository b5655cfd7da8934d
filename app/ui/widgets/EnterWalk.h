#pragma once

#include <QObject>

namespace motcua::ui {

/// Makes Enter walk a form: in a single-line editor or a tick box of `form` it commits and goes to the next one, as Tab does. Buttons and
/// several-line editors keep their own Enter. Owned by the form.
class EnterWalk : public QObject {
    Q_OBJECT

public:
    explicit EnterWalk(QWidget* form);

    /// For an editor whose Enter means something of its own, such as a search line.
    static void exempt(QWidget* editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void adopt(QObject* object);
    bool isStation(const QWidget& widget) const;

    QWidget* m_form;
};

}
