#pragma once

#include <QBoxLayout>

namespace motcua::ui {

/// Columns beside each other where there is room for what each needs, else one below the other. Stands in something that scrolls
/// downwards.
class FoldingColumns : public QBoxLayout {
    Q_OBJECT

public:
    explicit FoldingColumns(QWidget* parent = nullptr);

    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    void setGeometry(const QRect& area) override;

private:
    /// Those that are shown.
    template <class Visit>
    void forEach(Visit visit) const {
        for (int i = 0; i < count(); ++i)
            if (!itemAt(i)->isEmpty())
                visit(itemAt(i), stretch(i));
    }
    Direction directionFor(int width) const;
};

}
